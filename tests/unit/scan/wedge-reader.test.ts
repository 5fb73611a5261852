import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RECORD_SEPARATOR } from "@/components/scan/wedge-reader";
import { readerOnDesk, usKey } from "./typist";

const CODE = "3275001122334455";
const LINK = "https://contoh.invalid/surat?nomor=3275001122334455";
const ENTER = { key: "Enter", code: "Enter" };
const TAB = { key: "Tab", code: "Tab" };
const CTRL_J = { key: "j", code: "KeyJ", ctrl: true };
const SHIFT = { key: "Shift", code: "ShiftLeft", shift: true };

type Desk = ReturnType<typeof readerOnDesk>;

/** A scanner's keys, each the same time after the one before. */
function type(
  desk: Desk,
  text: string,
  gap: number,
  suffix: readonly { key: string; code: string }[] = [ENTER],
) {
  for (const character of text) {
    const key = usKey(character);
    if (key.shift) desk.press(SHIFT, gap / 2);
    desk.press(key, key.shift ? gap / 2 : gap);
  }
  return suffix.map((key) => desk.press(key, gap));
}

const suffixes = fc.constantFrom([ENTER], [TAB], [ENTER, CTRL_J], [ENTER, ENTER], []);
const codes = fc.oneof(
  fc.stringMatching(/^\d{16}$/),
  fc.stringMatching(/^https:\/\/[a-z]{3,9}\.invalid\/[A-Za-z0-9/?=_-]{12,60}[a-z0-9]$/),
  fc.stringMatching(/^[A-Z0-9]{12,32}$/),
);

describe("a scanner that types", () => {
  it("is heard exactly once, at any pace up to 80 ms a key, however it ends", () => {
    fc.assert(
      fc.property(
        codes,
        fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 80, maxLength: 80 }),
        fc.integer({ min: 1, max: 80 }),
        suffixes,
        fc.constantFrom("", "]Q1", "]Q3", "]d2", "\u0002"),
        (code, pace, slowest, suffix, prefix) => {
          const desk = readerOnDesk();
          // Within one scan the rhythm wavers, but no pause stands out as a hand's would.
          const gap = (index: number) => slowest * (0.6 + 0.4 * (pace[index % pace.length] ?? 1));
          [...prefix, ...code].forEach((character, index) => desk.press(usKey(character), gap(index)));
          suffix.forEach((key, index) => desk.press(key, gap(index)));
          desk.rest();
          expect(desk.scans).toEqual([code]);
        },
      ),
    );
  });

  it("is heard whole by a page that was busy in the middle of it", () => {
    fc.assert(
      fc.property(codes, fc.nat(), fc.integer({ min: 400, max: 1_500 }), (code, where, busyMs) => {
        const desk = readerOnDesk();
        const cut = 1 + (where % (code.length - 1));
        for (const character of code.slice(0, cut)) desk.press(usKey(character), 5);
        // The page takes it for over; the rest was typed in time all the same.
        desk.rest(busyMs);
        const rest = [...[...code.slice(cut)].map(usKey), ENTER];
        rest.forEach((key, index) => desk.pressLate(key, busyMs - 5 * (index + 1)));
        desk.rest();
        expect(desk.scans.at(-1)).toBe(code);
        expect(desk.scans.slice(0, -1).every((part) => code.startsWith(part))).toBe(true);
      }),
    );
  });

  it("is heard twice for two scans, and nothing of one gets into the other", () => {
    fc.assert(
      fc.property(codes, codes, fc.integer({ min: 1, max: 30 }), suffixes, (first, second, gap, suffix) => {
        const desk = readerOnDesk();
        type(desk, first, gap, suffix);
        desk.rest(300);
        type(desk, second, gap, suffix);
        desk.rest();
        expect(desk.scans).toEqual([first, second]);
      }),
    );
  });

  it("keeps two scans apart that a scanner on a stand makes a tenth of a second after another", () => {
    const desk = readerOnDesk();
    type(desk, CODE, 5);
    desk.rest(90);
    type(desk, LINK, 5);
    desk.rest();
    expect(desk.scans).toEqual([CODE, LINK]);
  });

  it("keeps the lines of a code in several lines together", () => {
    const desk = readerOnDesk();
    type(desk, "SURAT PENGANTAR", 8);
    type(desk, `Nomor Permohonan: ${CODE}`, 8);
    type(desk, "Terima kasih", 8);
    desk.rest();
    expect(desk.scans).toEqual([`SURAT PENGANTAR\nNomor Permohonan: ${CODE}\nTerima kasih`]);
  });

  it("may hold Alt and type each character's number, with Num Lock on or off", () => {
    const desk = readerOnDesk();
    for (const character of CODE) {
      desk.press({ key: "Alt", code: "AltLeft", alt: true }, 4);
      for (const digit of `0${character.charCodeAt(0)}`)
        desk.press({ key: "ArrowLeft", code: `Numpad${digit}`, alt: true }, 4);
      desk.release("Alt", 4);
    }
    desk.press(ENTER, 4);
    desk.rest();
    expect(desk.scans).toEqual([CODE]);
  });

  it("is understood when it speaks US to a keyboard with digits on Shift", () => {
    const french = "à&é\"'(-è_ç";
    const desk = readerOnDesk();
    for (const digit of CODE) desk.press({ key: french[Number(digit)] ?? "", code: `Digit${digit}` }, 6);
    desk.press(ENTER, 6);
    desk.rest();
    expect(desk.scans).toEqual([CODE]);
  });

  it("is understood when the layout holds back a mark for the next letter", () => {
    const desk = readerOnDesk();
    for (const character of `{"n":"${CODE}"}`)
      desk.press(character === '"' ? { key: "Dead", code: "Quote", shift: true } : usKey(character), 6);
    desk.press(ENTER, 6);
    desk.rest();
    expect(desk.scans).toEqual([`{"n":"${CODE}"}`]);
  });

  it("presses no button with its spaces, Enter and Tab", () => {
    const desk = readerOnDesk();
    const kept = [..."Nomor: 3275001122334455"].map((character) => desk.press(usKey(character), 6));
    expect(kept.indexOf(true)).toBe("Nomor:".length);
    expect(desk.press(TAB, 6)).toBe(true);
    expect(desk.press(ENTER, 6)).toBe(true);
  });

  it("survives a page that was busy while the keys came: their own times count", () => {
    const desk = readerOnDesk();
    type(desk, CODE.slice(0, 9), 10, []);
    // The silence's timer is due, but the keys that were waiting come before it settles.
    desk.rest(205);
    expect(desk.scans).toEqual([]);
  });
});

describe("a person at the keys", () => {
  it("is never taken for a scanner at 110 ms a key or slower, and loses no key", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom(..."0123456789", " ", "Enter", "Tab"), fc.integer({ min: 110, max: 900 })),
          { maxLength: 40 },
        ),
        (strokes) => {
          const desk = readerOnDesk();
          const kept = strokes.map(([key, gap]) => desk.press(key.length > 1 ? { key } : usKey(key), gap));
          desk.rest();
          expect(desk.scans).toEqual([]);
          expect(kept).not.toContain(true);
        },
      ),
    );
  });

  it("may roll over a few keys quickly and press Enter", () => {
    const desk = readerOnDesk();
    for (const digit of "44556") expect(desk.press(usKey(digit), 70)).toBe(false);
    expect(desk.press(ENTER, 95)).toBe(false);
    desk.rest();
    expect(desk.scans).toEqual([]);
  });

  it("may hold a key down, and go through the buttons with Tab and arrows", () => {
    const desk = readerOnDesk();
    for (let n = 0; n < 30; n += 1) desk.press({ ...usKey("5"), repeat: n > 0 }, 33);
    for (const key of ["Tab", "Tab", "Tab", "ArrowDown", "ArrowDown", "Enter"])
      expect(desk.press({ key, code: key }, 60)).toBe(false);
    desk.rest();
    expect(desk.scans).toEqual([]);
  });

  it("may type just before a scan: both readings are delivered, and the one that is a booking counts", () => {
    const desk = readerOnDesk();
    desk.press(usKey("7"), 0);
    desk.rest(70);
    type(desk, CODE, 6);
    desk.rest();
    expect(desk.scans).toEqual([`7${CODE}${RECORD_SEPARATOR}${CODE}`]);
  });
});
