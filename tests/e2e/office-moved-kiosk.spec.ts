import { expect, test, type Page } from "@playwright/test";
import { startServer } from "../support/server";
import { screen, words } from "./kiosk";
import { inviteKiosk, makeFirstAccount } from "./real-office";
import { accessWords } from "./staff";

async function typeCode(kiosk: Page, code: string): Promise<void> {
  await kiosk.getByLabel(words.enrol.label).fill(code);
  await kiosk.getByRole("button", { name: words.enrol.submit }).click();
  // Today may be a day on which the office is closed: either way it is a kiosk now.
  await expect(screen(kiosk, "attract").or(screen(kiosk, "closed"))).toBeVisible();
}

test("a kiosk moved to another server says that it is not known there, and begins anew with that server's code", async ({
  browser,
}) => {
  const [first, second] = await Promise.all([startServer({ mode: "real" }), startServer({ mode: "real" })]);
  try {
    const hall = await browser.newContext();
    const kiosk = await hall.newPage();
    const desks = await Promise.all(
      [first, second].map(async (server) => {
        const desk = await (await browser.newContext({ baseURL: server.url })).newPage();
        await makeFirstAccount(desk, server);
        return desk;
      }),
    );
    const [old, other] = desks as [Page, Page];
    await kiosk.goto(`${first.url}/kiosk`);
    await typeCode(kiosk, await inviteKiosk(old, "Kios pintu masuk"));

    // The same browser, brought to another building: it still holds what the first server gave it.
    await kiosk.goto(`${second.url}/kiosk`);
    await expect(kiosk.getByText(words.notEnrolled.moved)).toBeVisible();
    const answer = await kiosk.request.post(`${second.url}/kiosk/check`, {
      headers: { origin: second.url },
      data: { payload: "9900000000000001", key: "0123456789abcdef" },
    });
    expect(await answer.json()).toEqual({ ok: false, code: "NOT_ENROLLED" });
    await typeCode(kiosk, await inviteKiosk(other, "Kios ruang tunggu"));
    await kiosk.reload();
    await expect(screen(kiosk, "attract").or(screen(kiosk, "closed"))).toBeVisible();

    // The first office sees that it is gone, and takes away what it could do.
    await old.goto("/staff/devices");
    const row = old.getByRole("listitem").filter({ hasText: "Kios pintu masuk" });
    await row.getByRole("button", { name: accessWords.kiosks.revoke, exact: true }).click();
    await row.getByRole("button", { name: accessWords.kiosks.revokeYes, exact: true }).click();
    await expect(row).toHaveCount(0);
    await kiosk.reload();
    await expect(screen(kiosk, "attract").or(screen(kiosk, "closed"))).toBeVisible();
  } finally {
    await Promise.all([first.stop(), second.stop()]);
  }
});
