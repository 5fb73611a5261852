import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import en from "@/messages/en/report.json" with { type: "json" };
import report from "@/messages/id/report.json" with { type: "json" };
import { DEMO_DATE } from "../support/server";
import { pdfPages } from "../support/pdf-text";
import { expect, test } from "./fixtures";
import { accessible } from "./inspect";
import { button } from "./kiosk";
import { misfits } from "./misfits";
import { signIn, words } from "./staff";
import { issue } from "./vouchers";

const TABLETS = [
  { width: 820, height: 1180 },
  { width: 1180, height: 820 },
];

test("the head sees the month, takes its figures along, and issues last month's report", async ({
  office,
  page,
}) => {
  await issue(office);
  await signIn(page, "kepala");
  await page.getByRole("link", { name: words.nav.report, exact: true }).click();
  await expect(page.getByRole("heading", { name: report.title, exact: true })).toBeVisible();
  await expect(page.getByText(report.issue.notOver)).toBeVisible();
  const vouchers = page.locator('[data-figure="vouchers"]');
  await expect(vouchers).not.toContainText(report.headline.nil);
  const issued = Number((await vouchers.locator("span").first().innerText()).replace(/\D/g, ""));
  expect(issued).toBeGreaterThan(0);
  await page.locator("summary", { hasText: report.table.clauses }).click();
  await expect(page.locator('[data-table="clauses"]')).toContainText("F.2.g");
  for (const size of TABLETS) {
    await page.setViewportSize(size);
    const beside = async () =>
      (await misfits(page)).filter((misfit) => !/^the page is \d+ high$/.test(misfit));
    await expect.poll(beside, `the report at ${size.width} x ${size.height}`).toEqual([]);
  }
  await accessible(page, "the report of a month");

  const loading = page.waitForEvent("download");
  await page.getByRole("link", { name: report.files.csv, exact: true }).click();
  const csv = readFileSync(await (await loading).path(), "utf8");
  const rows = parse(csv, { bom: true, delimiter: ";", relaxColumnCount: true, skipEmptyLines: true });
  expect(rows.find(([first]) => first === report.row.issued)?.[1]).toBe(String(issued));
  expect(csv).not.toContain("F.2.g");

  // A month in which nobody came, said in words; only such a one is over on the demo's first day.
  await page.getByRole("link", { name: report.period.before, exact: true }).click();
  await expect(vouchers).toContainText(report.headline.nil);
  await expect(page.getByText(report.empty)).toBeVisible();
  await button(page, report.issue.do.replace("{period}", "Oktober 2026")).click();
  await button(page, report.issue.yes).click();
  const number = `001/JANJI/XI/${DEMO_DATE.slice(0, 4)}`;
  const row = page.locator(`[data-report="${number}"]`);
  await expect(row).toContainText("Oktober 2026");
  await expect(page.getByText(report.issue.done.replace("{number}", number))).toBeVisible();
  await button(page, report.issue.do.replace("{period}", "Oktober 2026")).click();
  await expect(
    page.getByText(report.issue.sureAgain.replace("{period}", "Oktober 2026").replace("{number}", number)),
  ).toBeVisible();
  await button(page, report.issue.no).click();
  await accessible(page, "an issued report");
  const address = await row.getByRole("link", { name: /PDF$/ }).getAttribute("href");
  const answer = await page.request.get(address ?? "");
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  const pages = await pdfPages(await answer.body());
  expect(pages[0]).toContain(number);
  expect(pages[0]).toContain("nihil");
  expect(pages.at(-1)).toContain("Kepala Contoh");
  expect(pages.at(-1)).toContain(`Halaman ${pages.length} dari ${pages.length}`);
});

test("a supervisor sees the account in English and issues nothing", async ({ page }) => {
  await signIn(page, "penyelia");
  await page.context().addCookies([{ name: "janji-locale", value: "en", url: page.url() }]);
  await page.goto("/staff/report?from=2026-12-01&to=2026-01-01");
  await expect(page.getByText(en.period.bad)).toBeVisible();
  await expect(page.getByText(en.issue.onlyHead)).toBeVisible();
  await accessible(page, "the report in English");
  await page.goto("/staff/report?from=2099-12-01&to=2099-12-31");
  await expect(page.getByText(en.period.ahead)).toBeVisible();
});
