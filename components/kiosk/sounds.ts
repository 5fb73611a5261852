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

/**
 * Plays a soft wooden sound. Silent when muted, and where the browser still waits for a first touch: a kiosk without
 * sound says everything on the screen anyway.
 */
export function playSound(sound: KioskSound, muted: boolean): void {
  if (muted || typeof AudioContext === "undefined") return;
  context ??= new AudioContext();
  const audio = context;
  if (audio.state === "suspended") void audio.resume().catch(() => undefined);
  for (const tone of SOUNDS[sound]) strike(audio, tone);
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
