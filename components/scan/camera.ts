import type { DecodeAnswer, DecodeRequest } from "./decode.worker";
import { lensConstraints, onLensChosen } from "./lens";

/** INSECURE: browsers give no camera to pages without TLS (except on localhost). */
export type CameraState = "starting" | "live" | "missing" | "refused" | "insecure";

const RETRY_MS = 5_000;
/** A camera that sends no picture for this long is gone, whatever its track says. */
const STALLED_MS = 4_000;
/** A worker that owes an answer for this long hangs, and is replaced. */
const HUNG_MS = 5_000;

interface Listener {
  readonly onState: (state: CameraState) => void;
  /** Every text in one frame. */
  readonly onTexts: (texts: readonly string[]) => void;
  /** Whether people see themselves in it, as in a mirror. */
  readonly onFacing: (facesPerson: boolean) => void;
}

function stateOf(fault: unknown): CameraState {
  const name = fault instanceof Error ? fault.name : "";
  return name === "NotAllowedError" || name === "SecurityError" ? "refused" : "missing";
}

/**
 * A camera's picture in a video element, and a worker that reads it: always the newest frame, never a queue, so that
 * touch does not wait. What fails is said, and tried again by itself. Frames live for one look and are stored nowhere.
 */
export class Camera {
  #over = false;
  #stream: MediaStream | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #watch: ReturnType<typeof setInterval> | undefined;
  #worker: Worker | undefined;
  #askedAt: number | null = null;
  #frameAt = 0;
  #attempt = 0;
  #failed = false;
  readonly #stopListening: () => void;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly listener: Listener,
  ) {
    const again = () => void this.#start();
    const stopLens = onLensChosen(again);
    const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
    // A camera that is put back in comes back at once, without waiting for the next try.
    const changed = () => {
      if (!this.#stream?.active) again();
    };
    mediaDevices?.addEventListener("devicechange", changed);
    this.#stopListening = () => {
      stopLens();
      mediaDevices?.removeEventListener("devicechange", changed);
    };
    if (!mediaDevices) {
      listener.onState(window.isSecureContext ? "missing" : "insecure");
      return;
    }
    this.#watch = setInterval(() => this.#check(), 1_000);
    again();
  }

  close(): void {
    this.#over = true;
    this.#stopListening();
    clearInterval(this.#watch);
    this.#release();
    this.#worker?.terminate();
  }

  #employ(): void {
    this.#worker?.terminate();
    this.#askedAt = null;
    const worker = new Worker(new URL("./decode.worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", (event: MessageEvent<DecodeAnswer>) => {
      this.#askedAt = null;
      if (!this.#over && this.#worker === worker) this.listener.onTexts(event.data.texts);
    });
    worker.addEventListener("error", () => {
      this.#askedAt = null;
    });
    this.#worker = worker;
  }

  async #start(): Promise<void> {
    if (this.#over) return;
    this.#release();
    const attempt = ++this.#attempt;
    const outdated = () => this.#over || attempt !== this.#attempt;
    try {
      const lens = await lensConstraints();
      const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
      const asked = navigator.mediaDevices.getUserMedia({ video: { ...size, ...lens }, audio: false });
      // Said once the camera is asked for: the kiosk's page waits for it with what it does not need before. A further
      // try is silent: what is said of the camera changes when it is there.
      if (!this.#failed && !outdated()) this.listener.onState("starting");
      const opened = await asked;
      if (outdated()) return opened.getTracks().forEach((track) => track.stop());
      this.#stream = opened;
      // Where there is no camera, its reader is never loaded.
      if (!this.#worker) this.#employ();
      const [track] = opened.getVideoTracks();
      track?.addEventListener("ended", () => {
        if (this.#stream === opened) this.#lost("missing");
      });
      this.listener.onFacing(track?.getSettings().facingMode !== "environment");
      this.video.srcObject = opened;
      await this.video.play();
      if (outdated()) return;
      this.#frameAt = performance.now();
      this.#failed = false;
      this.listener.onState("live");
      this.#look(attempt);
    } catch (fault) {
      if (!outdated()) this.#lost(stateOf(fault));
    }
  }

  /** Lets the camera go and tries again after a while. */
  #lost(state: CameraState): void {
    this.#release();
    this.#failed = true;
    this.listener.onState(state);
    this.#retry = setTimeout(() => void this.#start(), RETRY_MS);
  }

  #release(): void {
    clearTimeout(this.#retry);
    this.#attempt += 1;
    const stream = this.#stream;
    this.#stream = undefined;
    stream?.getTracks().forEach((track) => track.stop());
    this.video.srcObject = null;
  }

  #check(): void {
    const now = performance.now();
    if (this.#askedAt !== null && now - this.#askedAt > HUNG_MS) this.#employ();
    // A page in the background gets no frames; that is no fault of the camera.
    if (document.hidden) this.#frameAt = now;
    if (this.#stream && now - this.#frameAt > STALLED_MS) this.#lost("missing");
  }

  #look(attempt: number): void {
    if (this.#over || attempt !== this.#attempt) return;
    this.video.requestVideoFrameCallback(() => this.#look(attempt));
    const now = performance.now();
    this.#frameAt = now;
    if (this.#askedAt !== null || this.video.videoWidth === 0) return;
    this.#askedAt = now;
    this.#hand().catch(() => {
      this.#askedAt = null;
    });
  }

  async #hand(): Promise<void> {
    const worker = this.#worker;
    // The frame itself goes over, not a copy of it, where the browser can.
    const frame = "VideoFrame" in window ? new VideoFrame(this.video) : await createImageBitmap(this.video);
    if (this.#over || !worker) return frame.close();
    worker.postMessage({ frame } satisfies DecodeRequest, [frame]);
  }
}
