import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** What came out of the loudspeaker, in its order. */
let heard: string[] = [];
let allowed = true;

class FakeAudio {
  state = "suspended";
  readonly currentTime = 0;
  readonly destination = {};
  async resume() {
    if (!allowed) return new Promise<void>(() => undefined);
    this.state = "running";
  }
  createOscillator() {
    const source = {
      frequency: { value: 0 },
      connect: () => ({ connect: () => undefined }),
      stop: () => undefined,
    };
    return { ...source, start: () => heard.push("stroke") };
  }
  createGain() {
    const ramp = () => undefined;
    const gain = { setValueAtTime: ramp, linearRampToValueAtTime: ramp, exponentialRampToValueAtTime: ramp };
    return { gain };
  }
}

class FakeUtterance {
  voice: { lang: string } | null = null;
  onend: (() => void) | null = null;
  constructor(readonly text: string) {}
}

const speech = (...languages: string[]) => ({
  getVoices: () => languages.map((lang) => ({ lang })),
  speak: (one: FakeUtterance) => {
    heard.push(`${one.voice?.lang}: ${one.text}`);
    setTimeout(() => one.onend?.(), 2_000);
  },
});

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetModules();
  heard = [];
  allowed = true;
  vi.stubGlobal("AudioContext", FakeAudio);
  vi.stubGlobal("SpeechSynthesisUtterance", FakeUtterance);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const load = () => import("@/components/display/announce");

test("what two counters call is said one after the other, no chime over a voice", async () => {
  vi.stubGlobal("speechSynthesis", speech("en-US", "in_ID"));
  const { announce } = await load();
  const both = announce(["satu", "dua"], "id");
  const later = announce(["tiga"], "id");
  await vi.runAllTimersAsync();
  expect([await both, await later]).toEqual([true, true]);
  const strokes = ["stroke", "stroke"];
  expect(heard).toEqual([...strokes, "in_ID: satu", "in_ID: dua", ...strokes, "in_ID: tiga"]);
});

test("without a voice for the language only the chime is heard", async () => {
  vi.stubGlobal("speechSynthesis", speech("en-US", "de-DE"));
  const { announce } = await load();
  const done = announce(["satu"], "id");
  await vi.runAllTimersAsync();
  expect(await done).toBe(true);
  expect(heard).toEqual(["stroke", "stroke"]);
});

test("what is held back until a touch is told, and never rings all at once later", async () => {
  vi.stubGlobal("speechSynthesis", speech());
  allowed = false;
  const { announce, chime, soundReady } = await load();
  const calls = [announce(["satu"], "id"), announce(["dua"], "id")];
  await vi.runAllTimersAsync();
  expect(await Promise.all(calls)).toEqual([false, false]);
  allowed = true;
  const touched = chime();
  await vi.runAllTimersAsync();
  expect([await touched, await soundReady(), heard]).toEqual([true, true, ["stroke", "stroke"]]);
});
