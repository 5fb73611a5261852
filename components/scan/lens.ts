/** Which camera of this device the office has chosen. */
export interface Lens {
  readonly id: string;
  /** Browsers make new ids when site data is cleared; the camera's name stays. */
  readonly label: string;
}

const LENS_KEY = "janji-lens";
/** Said to this page by this page: storage events reach other pages only. */
const CHANGED = "janji-lens-changed";

/** The choice remembered on this device; null when the browser chooses. */
export function chosenLens(): Lens | null {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(LENS_KEY) ?? "null");
    if (typeof value !== "object" || value === null) return null;
    const { id, label } = value as Partial<Lens>;
    return typeof id === "string" && typeof label === "string" ? { id, label } : null;
  } catch {
    // Storage may be forbidden, or hold what an older page wrote: then the browser chooses.
    return null;
  }
}

/** Remembers the choice on this device, past reloads and restarts, and lets the running camera follow. */
export function chooseLens(lens: Lens | null): void {
  try {
    if (lens) window.localStorage.setItem(LENS_KEY, JSON.stringify({ id: lens.id, label: lens.label }));
    else window.localStorage.removeItem(LENS_KEY);
  } catch {
    // Without storage the choice holds until the page is left.
  }
  window.dispatchEvent(new CustomEvent(CHANGED));
}

/** @returns how to stop listening. */
export function onLensChosen(work: () => void): () => void {
  window.addEventListener(CHANGED, work);
  return () => window.removeEventListener(CHANGED, work);
}

/** The cameras that this device has now. Their names are known once a camera was allowed. */
export async function cameras(): Promise<Lens[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === "videoinput" && deviceId !== "")
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

/**
 * What to ask the browser for. The chosen camera by its id, or by its name when ids have changed; without a choice the
 * one that looks at the person, as on every kiosk and tablet where the code is held before the screen.
 */
export async function lensConstraints(): Promise<MediaTrackConstraints> {
  const lens = chosenLens();
  if (!lens) return { facingMode: { ideal: "user" } };
  const known = await cameras();
  const same = known.find(({ id }) => id === lens.id) ?? known.find(({ label }) => label === lens.label);
  return { deviceId: { ideal: same?.id ?? lens.id } };
}
