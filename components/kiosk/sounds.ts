"use client";

/** `answer` is the same for every answer, so that sound tells neighbours nothing. */
export type KioskSound = "answer" | "unread" | "idle" | "alert";

/** Frequency in hertz, start in seconds from now. */
type Tone = { readonly hertz: number; readonly at: number };

const SOUNDS: Record<KioskSound, readonly Tone[]> = {
  answer: [
    { hertz: 523.25, at: 0 },
    { hertz: 698.46, at: 0.16 },
  ],
  unread: [{ hertz: 523.25, at: 0 }],
  idle: [{ hertz: 196, at: 0 }],
  // The officers' tablets: somebody comes near the promise.
  alert: [
    { hertz: 392, at: 0 },
    { hertz: 523.25, at: 0.18 },
    { hertz: 392, at: 0.36 },
  ],
};

let context: AudioContext | null = null;
/** Until when a sound rings, in the audio's own seconds. */
let ringsUntil = 0;
const RING_SECONDS = 0.36;

/** Whether the browser lets sound out now; before the first touch of a page that was opened by itself it may not. */
export function soundHeldBack(): boolean {
  if (typeof AudioContext === "undefined") return false;
  context ??= new AudioContext();
  return context.state !== "running";
}

/** Asks the browser to let sound out; answered once somebody touches the page. */
export async function releaseSound(): Promise<void> {
  if (soundHeldBack()) await context?.resume().catch(() => undefined);
}

/**
 * Plays a soft wooden sound, if none rings yet: two at once would be noise. Silent when muted, and where the browser
 * still waits for a first touch, since all that was struck until then would ring together: a screen without sound says
 * everything anyway.
 */
export function playSound(sound: KioskSound, muted: boolean): void {
  if (muted || typeof AudioContext === "undefined") return;
  if (soundHeldBack()) {
    const askedAt = performance.now();
    void releaseSound().then(() => {
      // Granted at once, as right after a touch; what was held back for longer is no news any more.
      if (performance.now() - askedAt < 500 && !soundHeldBack()) strikeAll(sound);
    });
    return;
  }
  strikeAll(sound);
}

function strikeAll(sound: KioskSound): void {
  if (!context || context.currentTime < ringsUntil) return;
  const tones = SOUNDS[sound];
  for (const tone of tones) strike(context, tone);
  ringsUntil = context.currentTime + (tones.at(-1)?.at ?? 0) + RING_SECONDS;
}

/** A bar of wood: the ground tone, its fourth partial for the knock, both dying away within a third of a second. */
function strike(audio: AudioContext, { hertz, at }: Tone): void {
  const start = audio.currentTime + at;
  for (const [partial, loudness, seconds] of [
    [1, 0.16, 0.34],
    [3.98, 0.035, 0.07],
  ] as const) {
    const source = audio.createOscillator();
    const volume = audio.createGain();
    source.frequency.value = hertz * partial;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(loudness, start + 0.006);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
    source.connect(volume).connect(audio.destination);
    source.start(start);
    source.stop(start + seconds + 0.02);
  }
}
