import { describe, expect, test } from "vitest";
import { reader } from "@/lib/platform/database";
import { rememberColumns } from "@/lib/queue/import/columns";
import { importFile, ownCall, previewImport } from "@/lib/queue/import/import-file";
import { ingestTickets } from "@/lib/queue/ingest";
import { bytes, excel, HEADINGS, line } from "../support/files";
import { givenStaff } from "../support/staff";
import { useTestDatabase } from "../support/test-database";
import { booking, ticket, wib } from "../support/tickets";

useTestDatabase();

const stored = () => reader().ticket.findMany({ orderBy: { sourceTicketId: "asc" } });

describe("a file of the queue system", () => {
  test("is judged row by row before anything is written, and ends as it was foretold", async () => {
    await ingestTickets([ticket(3)], { kind: "DEMO" });
    const file = excel(
      line(1),
      line(2, { code: "9,9E+15" }),
      line(3, { time: "09:00" }),
      line(1),
      line(4, { time: "8" }),
    );
    const seen = await previewImport(file, ownCall());
    expect(await reader().ticket.count()).toBe(1);
    expect(seen).toMatchObject({ written: false, problem: null });
    expect(seen.rows.map(({ line: at, result, reason }) => [at, result, reason])).toEqual([
      [3, "CREATED", null],
      [4, "REFUSED", "SCIENTIFIC_NUMBER"],
      [5, "STALE", null],
      [6, "UNCHANGED", null],
      [7, "REFUSED", "DATE_UNREADABLE"],
    ]);
    const done = await importFile(file, ownCall());
    expect(done).toMatchObject({ written: true, counts: seen.counts });
    expect(done.rows).toEqual(seen.rows);
    const rows = await stored();
    expect(rows.map(({ sourceTicketId }) => sourceTicketId)).toEqual(["T-1", "T-3"]);
    expect(rows[0]).toMatchObject({
      bookingCode: booking(1),
      biometricTicketAt: new Date(wib("08:00")),
      serviceDate: "2026-11-24",
      applicationType: "NEW",
      source: "file",
    });
    const again = await importFile(file, ownCall());
    expect(again.counts).toMatchObject({ CREATED: 0, UPDATED: 0, UNCHANGED: 2, STALE: 1, REFUSED: 2 });
    const trail = await reader().auditEvent.findMany({ where: { action: "file.imported" } });
    expect(trail).toHaveLength(2);
    expect(JSON.stringify(trail)).not.toMatch(/Contoh|9900|T-1/);
  });

  test("has a report that names each row and no person, and no cell that a spreadsheet would run", async () => {
    const { report } = await previewImport(
      excel(line(1), line(2, { time: "?" }).replace("T-2", "=1+1")),
      ownCall(),
    );
    expect(report.startsWith("\uFEFFBaris;Tiket;Hasil;")).toBe(true);
    expect(report).toContain("3;T-1;Baru;;");
    expect(report).toContain("4;'=1+1;Tidak diterima;Nomor biometrik terbit;");
    expect(report).not.toMatch(/Contoh|9900/);
  });

  test.each<[string, (text: string) => Uint8Array]>([
    ["Excel's own CSV (Windows-1252)", (text) => new Uint8Array(Buffer.from(text, "latin1"))],
    ["Excel's CSV UTF-8", (text) => bytes(`\uFEFF${text}`)],
    [
      "tabs in UTF-16",
      (text) => new Uint8Array(Buffer.from(`\uFEFF${text.replaceAll(";", "\t")}`, "utf16le")),
    ],
    [
      "commas, as LibreOffice writes them",
      (text) => bytes(text.replaceAll(";", ",").replaceAll("\r\n", "\n")),
    ],
  ])("is the same people however it was saved, a name broken over two lines too: %s", async (_how, saved) => {
    const lines = [
      `T-1;${booking(1)};B-001;24/11/2026;08.05;Penggantian;Ren\u00e9e Contoh`,
      `T-2;${booking(2)};B-002;24/11/2026;8:07;baru;"Contoh\nDua Baris"`,
    ];
    const done = await importFile(saved([HEADINGS, ...lines, ""].join("\r\n")), ownCall());
    expect(done).toMatchObject({ problem: null, counts: { CREATED: 2, REFUSED: 0 } });
    expect(await stored()).toMatchObject([
      {
        applicantName: "Ren\u00e9e Contoh",
        applicationType: "REPLACEMENT",
        biometricTicketAt: new Date(wib("08:05")),
      },
      {
        applicantName: "Contoh Dua Baris",
        applicationType: "NEW",
        biometricTicketAt: new Date(wib("08:07")),
      },
    ]);
  });

  test("needs to be told once what an unknown column holds", async () => {
    const file = bytes("Kode X,Waktu Y,Catatan\nT-1,2026-11-24 08:00,rahasia\n");
    expect(await previewImport(file, ownCall())).toMatchObject({ problem: "NO_TICKET_ID" });
    const columns = [
      { heading: "Kode X", field: "ticketId" },
      { heading: "Waktu Y", field: "biometricTicketAt" },
      { heading: "Catatan", field: "-" },
    ] as const;
    await rememberColumns(await givenStaff("supervisor"), columns, "test");
    const other = bytes("catatan;WAKTU  Y;kode-x\nrahasia;2026-11-24 08:00;T-1\n");
    expect(await importFile(other, ownCall())).toMatchObject({ problem: null, counts: { CREATED: 1 } });
    expect(await stored()).toMatchObject([{ biometricTicketAt: new Date(wib("08:00")) }]);
  });

  test("with two columns of one meaning, or rows of another width, does not guess", async () => {
    expect(await previewImport(bytes("id,no tiket\n1,2\n"), ownCall())).toMatchObject({
      problem: "COLUMN_TWICE",
    });
    const { rows } = await previewImport(bytes("id,jam mulai\nT-1,2026-11-24 08:00,x\nT-2\n"), ownCall());
    expect(rows.map(({ reason }) => reason)).toEqual(["COLUMN_COUNT", "COLUMN_COUNT"]);
  });
});
