"use client";

let context: AudioContext | null = null;

/** Two soft strokes, a fifth apart. @returns whether the browser lets sound out; a wall that was never touched may not. */
export function chime(): boolean {
  if (typeof AudioContext === "undefined") return false;
  context ??= new AudioContext();
  const audio = context;
  if (audio.state === "suspended") void audio.resume().catch(() => undefined);
  for (const [hertz, after] of [
    [587.33, 0],
    [880, 0.34],
  ] as const) {
    const source = audio.createOscillator();
    const volume = audio.createGain();
    const start = audio.currentTime + after;
    source.frequency.value = hertz;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.35, start + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 1.1);
    source.connect(volume).connect(audio.destination);
    source.start(start);
    source.stop(start + 1.2);
  }
  return audio.state === "running";
}

/** Whether sound would come out now, without making any. */
export function soundReady(): boolean {
  context ??= typeof AudioContext === "undefined" ? null : new AudioContext();
  return context === null || context.state === "running";
}

const AFTER_CHIME_MS = 1_400;

/** Browsers load their voices when they are first asked for them, and answer that they have none until then. */
export function readyVoices(): void {
  if (typeof speechSynthesis !== "undefined") speechSynthesis.getVoices();
}

/** Android still calls Indonesian by its old code. */
const FORMERLY: Readonly<Record<string, string>> = { id: "in" };

/** Says a sentence if the browser has a voice for the language; a wrong voice would only confuse. */
export function say(sentence: string, language: string): void {
  if (typeof speechSynthesis === "undefined") return;
  const codes = [language, FORMERLY[language]];
  const voice = speechSynthesis
    .getVoices()
    .find(({ lang }) => codes.includes(lang.toLowerCase().split(/[-_]/)[0] ?? ""));
  if (!voice) return;
  const spoken = new SpeechSynthesisUtterance(sentence);
  spoken.voice = voice;
  spoken.lang = voice.lang;
  spoken.rate = 0.9;
  setTimeout(() => speechSynthesis.speak(spoken), AFTER_CHIME_MS);
}
