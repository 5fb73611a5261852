import { describe, expect, test } from "vitest";
import { readTable } from "@/lib/queue/import/read-table";
import { rowReader, type Cells } from "@/lib/queue/import/values";

const bytes = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const wide = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
const table = (file: Uint8Array) => {
  const read = readTable(file);
  if (!read.ok) throw new Error(read.reason);
  return read.table;
};
const EXPECTED = { headings: ["id", "nama"], cells: ["T-1", "Renée Contoh"] };

describe("files as they are saved", () => {
  const files: [string, Uint8Array, string, string][] = [
    ["LibreOffice: UTF-8, commas", bytes("id,nama\nT-1,Renée Contoh\n"), ",", "UTF-8"],
    ["Excel's CSV UTF-8: a mark, semicolons", bytes("\uFEFFid;nama\r\nT-1;Renée Contoh\r\n"), ";", "UTF-8"],
    ["Excel's CSV: Windows-1252", latin("id;nama\r\nT-1;Ren\u00e9e Contoh\r\n"), ";", "Windows-1252"],
    ["with Excel's own first line", bytes("sep=;\r\nid;nama\r\nT-1;Renée Contoh\r\n"), ";", "UTF-8"],
    ["Excel's Unicode text: UTF-16, tabs", wide("id\tnama\r\nT-1\tRenée Contoh\r\n"), "\t", "UTF-16"],
    ["quoted headings that hold the other signs", bytes('"id","nama"\n"T-1","Renée Contoh"\n'), ",", "UTF-8"],
  ];
  test.each(files)("%s", (_what, file, delimiter, encoding) => {
    const { headings, rows, ...how } = table(file);
    expect({ headings, cells: rows[0]?.cells }).toEqual(EXPECTED);
    expect(how).toEqual({ delimiter, encoding });
    expect(rows).toHaveLength(1);
  });

  test("a quoted value over two lines is one row, and lines are counted as an editor counts them", () => {
    const { rows } = table(bytes('sep=,\nid,nama\nT-1,"Contoh\nDua Baris"\n\nT-2,Lain\n,\n'));
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["T-1", "Contoh\nDua Baris"],
      ["T-2", "Lain"],
    ]);
    expect(rows.map(({ line }) => line)).toEqual([4, 6]);
  });

  test.each([
    ["EMPTY", new Uint8Array()],
    ["NO_ROWS", bytes("id;nama\r\n")],
    ["SPREADSHEET", Uint8Array.from([0x50, 0x4b, 3, 4, 20])],
    ["NOT_TEXT", Uint8Array.from([105, 100, 0, 0, 59])],
    ["BROKEN_QUOTES", bytes('id;nama\nT-1;"Contoh\nT-2;Lain\n')],
    ["TOO_MANY_ROWS", bytes(`id\n${"T\n".repeat(5001)}`)],
    ["TOO_LARGE", new Uint8Array(2 * 1_048_576 + 1).fill(65)],
  ])("%s", (reason, file) => {
    expect(readTable(file)).toEqual({ ok: false, reason });
  });
});

describe("a row's values", () => {
  const read = rowReader("Asia/Jakarta", { bookingsHave16Digits: true });
  const row = (cells: Cells) => read({ ticketId: "T-1", updatedAt: "24/11/2026 10:00", ...cells });
  const told = (cells: Cells) => {
    const reading = row(cells);
    if (!reading.ok) throw new Error(`${reading.field} ${reading.reason}`);
    return reading.payload;
  };

  test.each([
    ["24/11/2026 08:05", "2026-11-24T01:05:00.000Z"],
    ["24/11/26 08.05", "2026-11-24T01:05:00.000Z"],
    ["24-11-2026 08.05.07", "2026-11-24T01:05:07.000Z"],
    ["4/1/2026 0:30", "2026-01-03T17:30:00.000Z"],
    ["2026-11-24 08:05:07.5", "2026-11-24T01:05:07.000Z"],
    ["2026-11-24T08:05", "2026-11-24T01:05:00.000Z"],
    ["2026-11-24T08:05:00+09:00", "2026-11-23T23:05:00.000Z"],
    ["2026-11-24T01:05:00Z", "2026-11-24T01:05:00.000Z"],
  ])("the time %s", (text, instant) => {
    expect(told({ biometricTicketAt: text }).biometricTicketAt).toBe(instant);
  });

  test("a time alone is of the row's service date, in the office's zone", () => {
    expect(told({ serviceDate: "24/11/2026", calledAt: "06.30" })).toMatchObject({
      serviceDate: "2026-11-24",
      calledAt: "2026-11-23T23:30:00.000Z",
    });
  });

  test("words in Indonesian and English", () => {
    const indonesian = {
      applicationType: "Penggantian",
      replacementReason: "Habis berlaku",
      bookingChannel: "M-Paspor",
    };
    expect(told({ ...indonesian, registeredInSmart: "Ya", underReview: "tidak" })).toMatchObject({
      applicationType: "REPLACEMENT",
      replacementReason: "EXPIRED",
      bookingChannel: "M_PASPOR",
      registeredInSmart: true,
      underReview: false,
    });
    expect(told({ applicationType: "new", bookingChannel: "Walk-in" })).toMatchObject({
      applicationType: "NEW",
      bookingChannel: "WALK_IN",
    });
  });

  test("without a time of change a version is as old as the last thing in it", () => {
    const times = { biometricTicketAt: "24/11/2026 08:00", biometricStartedAt: "24/11/2026 09:15" };
    expect(told({ ...times, updatedAt: undefined }).updatedAt).toBe("2026-11-24T02:15:00.000Z");
  });

  test.each<[string, Cells, string, string]>([
    ["a number as Excel shows it", { bookingCode: "1,23457E+15" }, "bookingCode", "SCIENTIFIC_NUMBER"],
    ["the same in English", { ticketId: "1.23457E+15" }, "ticketId", "SCIENTIFIC_NUMBER"],
    ["lost zeros", { bookingCode: "99000000000001" }, "bookingCode", "ZEROS_LOST"],
    ["month and day swapped", { calledAt: "11/24/2026 08:00" }, "calledAt", "DATE_UNREADABLE"],
    ["a day that is not there", { serviceDate: "30/02/2026" }, "serviceDate", "DATE_UNREADABLE"],
    ["a date without a time", { calledAt: "24/11/2026" }, "calledAt", "DATE_UNREADABLE"],
    ["a time without a date", { calledAt: "08:00" }, "calledAt", "TIME_WITHOUT_DATE"],
    ["an unknown word", { applicationType: "Diplomatik" }, "applicationType", "VALUE_UNKNOWN"],
    ["no time at all", { updatedAt: undefined }, "updatedAt", "NO_INSTANT"],
  ])("refuses %s and says why", (_what, cells, field, reason) => {
    expect(row(cells)).toEqual({ ok: false, field, reason });
  });
});
