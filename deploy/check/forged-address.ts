// Through the door: an officer signs in, then somebody tries thirty names while claiming another address each time.
// Prints the officer's cookie and how many of the thirty were turned away for their number.
import { ActionClient } from "../../tests/support/action-client";

const door = { url: process.env.DOOR ?? "" };
const officer = await new ActionClient(door).signIn("petugas", "petugas-contoh");

let attempt = 0;
const forger = new ActionClient(door, () => ({
  "x-forwarded-for": `203.0.113.${attempt}`,
  forwarded: `for=203.0.113.${attempt}`,
  "x-real-ip": `203.0.113.${attempt}`,
}));
let refused = 0;
for (attempt = 1; attempt <= 30; attempt += 1) {
  const input = { username: `orang-${attempt}`, password: "salah sekali" };
  const answer = await forger.act("/staff/sign-in", "signInAction", input);
  if (!answer.ok && answer.code === "TOO_MANY") refused += 1;
}
console.log(JSON.stringify({ refused, cookie: officer.cookie }));
process.exit(0);
