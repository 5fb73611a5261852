"use client";

let context: AudioContext | null = null;

const RESUME_MS = 300;
/** The chime fades within this time; a voice over it would not be understood. */
const CHIME_MS = 1_400;
/** A voice that never says that it has ended must not hold up the next call. */
const LONGEST_SENTENCE_MS = 15_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Whether sound comes out of this page, without making any: not before somebody has touched it, where a browser asks for that. */
export async function soundReady(): Promise<boolean> {
  if (typeof AudioContext === "undefined") return true;
  context ??= new AudioContext();
  const audio = context;
  // Granted at once, or not until there is a touch.
  if (audio.state !== "running")
    await Promise.race([audio.resume().catch(() => undefined), pause(RESUME_MS)]);
  return isRunning(audio);
}

const isRunning = ({ state }: AudioContext) => state === "running";

/**
 * Two soft strokes, a fifth apart. What is struck while the browser holds sound back would all ring together at the
 * first touch, so then nothing is.
 * @returns whether the browser lets sound out
 */
export async function chime(): Promise<boolean> {
  const ready = await soundReady();
  if (!ready || !context) return false;
  const audio = context;
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
  return true;
}

/** Browsers load their voices when they are first asked for them, and answer that they have none until then. */
export function readyVoices(): void {
  if (typeof speechSynthesis !== "undefined") speechSynthesis.getVoices();
}

/** Android still calls Indonesian by its old code. */
const FORMERLY: Readonly<Record<string, string>> = { id: "in" };

function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  if (typeof speechSynthesis === "undefined") return undefined;
  const codes = [language, FORMERLY[language]];
  return speechSynthesis
    .getVoices()
    .find(({ lang }) => codes.includes(lang.toLowerCase().split(/[-_]/)[0] ?? ""));
}

/** Says a sentence and waits for its end. */
function say(sentence: string, voice: SpeechSynthesisVoice): Promise<void> {
  const spoken = new SpeechSynthesisUtterance(sentence);
  spoken.voice = voice;
  spoken.lang = voice.lang;
  spoken.rate = 0.9;
  const ended = new Promise<void>((resolve) => {
    spoken.onend = () => resolve();
    spoken.onerror = () => resolve();
  });
  speechSynthesis.speak(spoken);
  return Promise.race([ended, pause(LONGEST_SENTENCE_MS)]);
}

let line: Promise<unknown> = Promise.resolve();

/**
 * One chime and then each sentence, if the browser has a voice for the language: a wrong one would only confuse. What
 * is announced meanwhile waits its turn, so that no chime rings over a number being said.
 * @returns whether sound came out
 */
export function announce(sentences: readonly string[], language: string): Promise<boolean> {
  const turn = line.then(async () => {
    const heard = await chime();
    const voice = voiceFor(language);
    if (!voice) return heard;
    if (heard) await pause(CHIME_MS);
    for (const sentence of sentences) await say(sentence, voice);
    return heard;
  });
  line = turn.catch(() => undefined);
  return turn;
}
