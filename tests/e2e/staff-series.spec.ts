import display from "@/messages/id/display.json" with { type: "json" };
import { expect, test } from "./fixtures";
import { scan } from "./kiosk";
import { signIn, words } from "./staff";
import { duty, issue } from "./vouchers";

test("a confirmed voucher is called to a counter, the wall shows it, and served is recorded", async ({
  office,
  page,
  context,
  expectedFaults,
}) => {
  const { slip } = await issue(office);
  const wall = await context.newPage();
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await wall.goto("/display");
  await expect(wall.getByRole("heading", { name: display.nobody })).toBeVisible();

  await signIn(page, "petugas");
  await scan(page, slip.shortCode);
  await duty(page, "APOLOGY").getByRole("button", { name: words.duty.APOLOGY.do, exact: true }).click();
  await expect(duty(page, "APOLOGY").getByRole("button", { name: words.duty.undo })).toBeVisible();

  await page.getByRole("link", { name: words.nav.calls }).click();
  await page.getByText("Loket 2", { exact: true }).click();
  const call = page.getByRole("button", { name: `Panggil ${slip.number}` });
  // Whoever was confirmed in this office before is called and served first.
  const next = page.getByRole("button", { name: /^Panggil [A-Z]+-\d+$/ });
  const served = page.getByRole("button", { name: words.series.served });
  for (;;) {
    await expect(next).toBeVisible();
    if (await call.isVisible()) break;
    await next.click();
    await served.click();
    await expect(served).toBeHidden();
  }
  await call.click();
  await expect(wall.getByRole("img", { name: slip.number })).toBeVisible();
  await expect(wall.getByText("Silakan ke Loket 2")).toBeVisible();

  // The wall loses its network, says so, and comes back by itself with what was called meanwhile.
  expectedFaults.push(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await wall.clock.install();
  await context.setOffline(true);
  await wall.clock.runFor(20_000);
  await expect(wall.getByText(display.lost)).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("button", { name: words.series.absent }).click();
  await wall.clock.runFor(5_000);
  await expect(wall.getByText(display.lost)).toBeHidden();
  await expect(wall.getByRole("heading", { name: display.nobody })).toBeVisible();

  await call.click();
  await page.getByRole("button", { name: words.series.served }).click();
  await expect(page.getByText(words.series.nobody).first()).toBeVisible();
  await page.goBack();
  await expect(duty(page, "PRIORITY").getByRole("button", { name: words.duty.undo })).toBeVisible();
  await wall.close();
});
