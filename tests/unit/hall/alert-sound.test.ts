import { afterEach, beforeEach, expect, test, vi } from "vitest";

let strokes: number[] = [];
const made: FakeAudio[] = [];
/** The module has one for all its sounds. */
const audio = () => made.at(-1);
let allowed = true;

class FakeAudio {
  state = "suspended";
  currentTime = 0;
  readonly destination = {};
  private readonly waiting: (() => void)[] = [];
  constructor() {
    made.push(this);
  }
  resume() {
    if (allowed) this.state = "running";
    return allowed ? Promise.resolve() : new Promise<void>((resolve) => this.waiting.push(resolve));
  }
  touch() {
    this.state = "running";
    for (const resolve of this.waiting) resolve();
  }
  createOscillator() {
    const source = {
      frequency: { value: 0 },
      connect: () => ({ connect: () => undefined }),
      stop: () => undefined,
    };
    return { ...source, start: (at: number) => strokes.push(at) };
  }
  createGain() {
    const ramp = () => undefined;
    return { gain: { setValueAtTime: ramp, exponentialRampToValueAtTime: ramp } };
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  vi.resetModules();
  strokes = [];
  allowed = true;
  vi.stubGlobal("AudioContext", FakeAudio);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Three tones of two partials each. */
const ONE = 6;

test("alerts of one moment ring once, and a later one rings again", async () => {
  const { playSound } = await import("@/components/kiosk/sounds");
  for (let alert = 0; alert < 5; alert += 1) playSound("alert", false);
  await settled();
  expect(strokes).toHaveLength(ONE);
  Object.assign(audio() ?? {}, { currentTime: 0.5 });
  playSound("alert", false);
  expect(strokes).toHaveLength(ONE);
  Object.assign(audio() ?? {}, { currentTime: 1 });
  playSound("alert", false);
  expect(strokes).toHaveLength(2 * ONE);
  playSound("alert", true);
  expect(strokes).toHaveLength(2 * ONE);
});

test("what was held back until a touch does not ring in a heap then", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  allowed = false;
  const { playSound, soundHeldBack } = await import("@/components/kiosk/sounds");
  for (let alert = 0; alert < 5; alert += 1) {
    playSound("alert", false);
    vi.advanceTimersByTime(60_000);
  }
  expect(soundHeldBack()).toBe(true);
  audio()?.touch();
  await settled();
  expect([strokes, soundHeldBack()]).toEqual([[], false]);
});
