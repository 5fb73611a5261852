import { describe, expect, it } from "vitest";
import { Sightings } from "@/components/scan/sightings";

const CODE = "3275001122334455";
const MENU = "https://contoh.invalid/menu";

describe("what the camera sees", () => {
  it("is one scan for as long as it is held, and another three seconds after it was gone", () => {
    const sightings = new Sightings();
    expect(sightings.see([CODE], 0)).toBe(CODE);
    for (let at = 40; at <= 10_000; at += 40) expect(sightings.see([CODE], at)).toBeNull();
    expect(sightings.see([], 12_900)).toBeNull();
    expect(sightings.see([CODE], 12_990)).toBeNull();
    expect(sightings.see([CODE], 15_990)).toBe(CODE);
  });

  it("is told together, in one order whichever was found first", () => {
    expect(new Sightings().see([MENU, CODE], 0)).toBe(`${CODE}\u001e${MENU}`);
    expect(new Sightings().see([CODE, MENU], 0)).toBe(`${CODE}\u001e${MENU}`);
  });

  it("is told again when a second code comes into view, not when one flickers", () => {
    const sightings = new Sightings();
    expect(sightings.see([MENU], 0)).toBe(MENU);
    expect(sightings.see([MENU, CODE], 100)).toBe(`${CODE}\u001e${MENU}`);
    expect(sightings.see([CODE], 200)).toBeNull();
    expect(sightings.see([MENU], 300)).toBeNull();
  });

  it("never grows past what the server reads: the shortest codes go first", () => {
    const scan = new Sightings().see(["x".repeat(3_990), CODE], 0);
    expect(scan).toBe(CODE);
  });
});
