import { newBooking } from "../support/feed";
import { expect, test } from "./fixtures";
import { button, scan, screen, words } from "./kiosk";
import { ALL, arrive } from "./outcomes";

test.describe("a scanner that types like a keyboard", () => {
  // One code after another, as at a busy kiosk: every answer makes way for the next.
  test("reaches every outcome", async ({ office, kiosk }) => {
    for (const { outcome, screen: name, prepare } of ALL) {
      await test.step(outcome, async () => {
        await scan(kiosk, await prepare(office));
        await expect(screen(kiosk, name)).toBeVisible();
      });
    }
  });

  const spelled: readonly (readonly [string, (code: string) => string])[] = [
    ["a link", (code) => `https://contoh.invalid/surat?nomor=${code}`],
    ["a labelled text", (code) => `Nomor Permohonan: ${code}`],
    ["a text of several lines", (code) => `SURAT PENGANTAR\nNomor Permohonan: ${code}\nTerima kasih`],
    ["a number in groups", (code) => code.replace(/(.{4})(?=.)/g, "$1 ")],
  ];
  test("reads the booking however the code spells it", async ({ office, kiosk }) => {
    for (const [index, [what, payload]] of spelled.entries()) {
      await test.step(what, async () => {
        const queueNumber = `B-9${index}7`;
        await scan(kiosk, payload(await arrive(office, 70, () => ({ queueNumber }))));
        await expect(screen(kiosk, "not-yet")).toContainText(queueNumber);
      });
    }
  });

  test("is heard on the keypad's and the information screen, and while an answer is shown", async ({
    office,
    kiosk,
  }) => {
    await button(kiosk, words.attract.keypad).click();
    await button(kiosk, "7").click();
    await scan(kiosk, await arrive(office, 70));
    await expect(screen(kiosk, "not-yet")).toBeVisible();

    await scan(kiosk, newBooking());
    await expect(screen(kiosk, "unknown")).toBeVisible();

    await button(kiosk, words.answer.done).click();
    await button(kiosk, words.attract.info).click();
    await expect(screen(kiosk, "info")).toBeVisible();
    await scan(kiosk, await arrive(office, 130));
    await expect(screen(kiosk, "eligible")).toBeVisible();
  });

  test("presses no button with its Enter", async ({ office, kiosk }) => {
    await button(kiosk, words.attract.info).focus();
    await scan(kiosk, await arrive(office, 70));
    await expect(screen(kiosk, "not-yet")).toBeVisible();
  });

  test("a bad code does not stand in the way of the next", async ({ office, kiosk }) => {
    const right = await arrive(office, 70);
    await scan(kiosk, "Kode billing 820261124000017");
    await expect(screen(kiosk, "unreadable")).toBeVisible();
    await scan(kiosk, right);
    await expect(screen(kiosk, "not-yet")).toBeVisible();
  });

  test("the same code again within three seconds is one scan, another is not", async ({ office, kiosk }) => {
    const asked: string[] = [];
    kiosk.on("request", (request) => {
      const isCheck = request.method() === "POST" && (request.postData() ?? "").includes('"payload"');
      if (isCheck) asked.push(request.postData() ?? "");
    });
    const [first, second] = [await arrive(office, 70), await arrive(office, 130)];
    await scan(kiosk, first);
    await scan(kiosk, first);
    await expect(screen(kiosk, "not-yet")).toBeVisible();
    await scan(kiosk, first);
    await scan(kiosk, second);
    await expect(screen(kiosk, "eligible")).toBeVisible();
    expect(asked.map((body) => (body.includes(first) ? "first" : "second"))).toEqual(["first", "second"]);
  });

  test("the same code is asked anew once its answer was left", async ({ kiosk }) => {
    const code = newBooking();
    await scan(kiosk, code);
    await expect(screen(kiosk, "unknown")).toBeVisible();
    await button(kiosk, words.codes.keypad).click();
    await expect(screen(kiosk, "keypad")).toBeVisible();
    await scan(kiosk, code);
    await expect(screen(kiosk, "unknown")).toBeVisible();
  });
});
