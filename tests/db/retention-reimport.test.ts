import { describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { importFile, ownCall, previewImport } from "@/lib/queue/import/import-file";
import { lookUpTickets } from "@/lib/queue/look-up";
import { removePersonalData } from "@/lib/register/retention/remove-personal-data";
import { excel, line } from "../support/files";
import { scan } from "../support/kiosk";
import { officeTime, useTestDatabase } from "../support/test-database";
import { wib } from "../support/tickets";
import { deliver, keepFor, later, MUCH_LATER, personal, served } from "./retention-given";
import { givenVoucher } from "./tablet-given";

useTestDatabase();

const results = async (...tickets: Parameters<typeof deliver>) =>
  (await deliver(...tickets)).map(({ result }) => result);
const row = (number: number) =>
  reader().ticket.findUniqueOrThrow({ where: { sourceTicketId: `T-${number}` } });
const NOTHING = { tickets: [], vouchers: [] };

describe("nothing that was removed comes back", () => {
  test("by the feed: the same version is unchanged, an older one stale, a newer one taken without the person", async () => {
    await deliver(served(1));
    const { applicantRef } = await row(1);
    later();
    await removePersonalData(false);
    expect(await results(served(1))).toEqual(["UNCHANGED"]);
    expect(await results(served(1, undefined, { updatedAt: wib("08:55") }))).toEqual(["STALE"]);
    expect(await results(served(1, undefined, { updatedAt: wib("09:30") }))).toEqual(["UNCHANGED"]);
    const corrected = served(1, undefined, { updatedAt: wib("09:40"), applicationType: "OTHER" });
    expect(await results(corrected, corrected)).toEqual(["UPDATED", "UNCHANGED"]);
    expect(await row(1)).toMatchObject({ applicationType: "OTHER", applicantRef, bookingCode: null });
    expect(await personal()).toEqual(NOTHING);
    expect(await lookUpTickets(["T-1"])).toMatchObject([{ state: "DONE", serviceDate: "2026-11-24" }]);
    expect((await scan(1)).outcome).toBe("UNKNOWN_BOOKING");
  });

  test("nor before the day's removal came: what is too old is not stored, and taken off by a newer version", async () => {
    await deliver(served(1));
    later();
    expect(await results(served(1), served(2))).toEqual(["UNCHANGED", "CREATED"]);
    expect((await personal()).tickets).toEqual(["T-1"]);
    expect(
      await results(served(1, undefined, { updatedAt: wib("09:40"), registeredInSmart: false })),
    ).toEqual(["UPDATED"]);
    expect(await personal()).toEqual(NOTHING);
    // The mark of the applicant is the booking's, not the ticket's: the same person stays one in all figures.
    const [first, second] = [await row(1), await row(2)];
    expect(first.applicantRef).not.toBe(second.applicantRef);
    expect(await results(served(3, undefined, { bookingCode: served(2).bookingCode }))).toEqual(["CREATED"]);
    expect((await row(3)).applicantRef).toBe(second.applicantRef);
  });

  test("by a file, looked at and written", async () => {
    const file = excel(line(1), line(2));
    await importFile(file, ownCall());
    expect((await personal()).tickets).toEqual(["T-1", "T-2"]);
    later();
    await removePersonalData(false);
    for (const take of [previewImport, importFile]) {
      expect((await take(file, ownCall())).counts).toMatchObject({ CREATED: 0, UPDATED: 0, UNCHANGED: 2 });
      expect(await personal()).toEqual(NOTHING);
    }
    const more = await importFile(excel(line(1), line(3)), ownCall());
    expect(more.counts).toMatchObject({ CREATED: 1, UNCHANGED: 1 });
    expect(await personal()).toEqual(NOTHING);
  });

  test("by a longer retention: what a removal reached stays without persons", async () => {
    await keepFor(30);
    await deliver(served(1), served(2, "2026-12-20"));
    officeTime("10:30", "2027-01-05");
    await removePersonalData(false);
    await keepFor(365);
    expect(await results(served(1), served(3))).toEqual(["UNCHANGED", "CREATED"]);
    expect((await personal()).tickets).toEqual(["T-2"]);
    expect(await results(served(4, "2026-12-07"))).toEqual(["CREATED"]);
    expect((await personal()).tickets).toEqual(["T-2", "T-4"]);
  });

  test("a removal under a clock that ran years ahead does not take today's bookings away", async () => {
    officeTime("10:30", "2036-01-01");
    await removePersonalData(false);
    officeTime("10:30");
    await deliver(served(1), served(2, "2026-11-16"));
    expect((await personal()).tickets).toEqual(["T-1"]);
  });

  test("a voucher's ticket contradicts nothing by having lost its person", async () => {
    await givenVoucher(1);
    later();
    await removePersonalData(false);
    const told = served(1, undefined, {
      biometricStartedAt: null,
      completedAt: null,
      updatedAt: wib("11:00"),
    });
    expect(await results(told)).toEqual(["UNCHANGED"]);
    expect(await reader().alert.count()).toBe(0);
    // Another person under the same ticket id is another applicant, also without the number.
    expect(await results({ ...told, bookingCode: "9900000000000777", updatedAt: wib("11:10") })).toEqual([
      "UPDATED",
    ]);
    expect(await reader().alert.count()).toBe(1);
    expect(await personal()).toEqual(NOTHING);
  });

  test("a visit of today under an old booking is a visit of today", async () => {
    await deliver(served(1));
    later();
    await removePersonalData(false);
    await deliver(
      served(5, MUCH_LATER, {
        bookingCode: served(1).bookingCode,
        biometricStartedAt: null,
        completedAt: null,
        updatedAt: wib("08:05", MUCH_LATER),
      }),
    );
    expect((await scan(1)).outcome).toBe("ELIGIBLE");
    expect((await row(5)).applicantRef).toBe((await row(1)).applicantRef);
  });
});
