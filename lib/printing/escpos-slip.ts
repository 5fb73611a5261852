import "server-only";
import ReceiptPrinterEncoder from "@point-of-sale/receipt-printer-encoder";
import { printable } from "./printable";
import { slipWords } from "./slip-words";
import type { DirectionSlip, PaperWidth, PromiseSlip, SlipOffice, TestSlip, VoucherSlip } from "./types";

/** What goes on paper: a slip, and the text of its QR code, which a printer draws by itself. */
export type PaperSlip =
  | { readonly slip: VoucherSlip | PromiseSlip; readonly qrText: string }
  | { readonly slip: DirectionSlip | TestSlip };

/** Letters of 12 dots a line: 48 on 80 mm paper (576 dots), 32 on 58 mm (384 dots). */
const COLUMNS: Readonly<Record<PaperWidth, number>> = { "80": 48, "58": 32 };
const LETTER_DOTS = 12;
/**
 * How many times the number is taller than a letter of 24 dots. Its figures fill at least two thirds of that height on
 * every printer: 128 dots or 16 mm at 8, 96 dots or 12 mm at 6. The least are 15 and 10 mm.
 */
const NUMBER_HEIGHT: Readonly<Record<PaperWidth, number>> = { "80": 8, "58": 6 };
const LINE_FEED = 0x0a;
const QUIET_MODULES = 4;
const LEAST_MODULE_DOTS = 4;
const MOST_MODULE_DOTS = 8;

/** ESC R 0: all of ASCII as it is. ESC { 0 and GS B 0: neither upside down nor white on black, whatever was before. */
const PLAIN = [0x1b, 0x52, 0, 0x1b, 0x7b, 0, 0x1d, 0x42, 0];
/** ESC J n: prints the line and feeds n dots. */
const feed = (dots: number) => [0x1b, 0x4a, dots];

type Paper = ReturnType<typeof paper>;

function paper(width: PaperWidth) {
  const columns = COLUMNS[width];
  const encoder = new ReceiptPrinterEncoder({
    language: "esc-pos",
    columns,
    codepageMapping: "epson",
    newline: "\n",
    feedBeforeCut: 5,
  });
  encoder.initialize().raw(PLAIN).codepage("windows1252");
  const line = (text: string) => encoder.line(printable(text));
  return {
    columns,
    encoder,
    line,
    bold: (text: string) => {
      encoder.bold(true);
      line(text);
      encoder.bold(false);
    },
    /** The second language, in the smaller letter where the first has the larger. */
    second: (text: string) => {
      encoder.font("B");
      line(text);
      encoder.font("A");
    },
    large: (text: string, times: number, height = times) => {
      encoder.bold(true).size(times, height);
      line(text);
      encoder.size(1, 1).bold(false);
    },
    space: () => encoder.newline(),
    rule: () => encoder.rule({ style: "single" }),
    fact: (name: string, value: string) => {
      const [left, right] = [printable(name), printable(value)];
      const width = Math.min(columns - 2, right.length);
      encoder.table(
        [
          { width: columns - width - 1, align: "left" },
          { width, align: "right", marginLeft: 1 },
        ],
        [[left, (cell) => void cell.bold(true).text(right).bold(false)]],
      );
    },
  };
}

function sample({ encoder, bold, line, rule }: Paper, office: SlipOffice, words: Words): void {
  if (!office.demo) return;
  encoder.align("center");
  rule();
  bold(`${words.first("sample")} / ${words.second("sample")}`);
  line(words.first("sampleNote"));
  rule();
  encoder.align("left");
}

type Words = ReturnType<typeof slipWords>;

function head(sheet: Paper, office: SlipOffice): void {
  sheet.bold(office.name);
  sheet.line(office.subtitle);
  sheet.rule();
}

function room(sheet: Paper, office: SlipOffice): void {
  sheet.rule();
  sheet.large(office.room.name, 2);
  sheet.line(office.room.directions);
  sheet.rule();
}

/** The printer draws the code from its text, without a quiet zone: the feeds above and below it are that. */
function qr({ encoder, columns }: Paper, text: string, modules: number): void {
  const fits = Math.floor((columns * LETTER_DOTS) / (modules + 2 * QUIET_MODULES));
  const size = Math.max(LEAST_MODULE_DOTS, Math.min(MOST_MODULE_DOTS, fits));
  encoder.raw(feed(QUIET_MODULES * size)).align("center");
  encoder.qrcode(text, { model: 2, size, errorlevel: "m" });
  encoder.align("left").newline();
}

/** The number as large as the paper allows: longer ones grow narrower, never lower. */
function largeNumber(sheet: Paper, number: string, width: PaperWidth): void {
  const times = Math.max(1, Math.min(8, Math.floor(sheet.columns / number.length)));
  sheet.encoder.align("center");
  sheet.large(number, times, NUMBER_HEIGHT[width]);
  sheet.encoder.align("left");
}

const GIFTS = ["apology", "priority", "souvenir"] as const;

function voucher(sheet: Paper, slip: VoucherSlip, qrText: string, width: PaperWidth): void {
  const words = slipWords(slip.office.timeZone, slip.office.zoneLabel);
  const { first, second } = words;
  sample(sheet, slip.office, words);
  head(sheet, slip.office);
  sheet.large(first("apology"), 1, 2);
  sheet.line(first("waited", { waited: words.waited(slip.waitedMinutes) }));
  sheet.second(
    `${second("apology")} ${second("waited", { waited: words.waitedSecond(slip.waitedMinutes) })}`,
  );
  sheet.space();
  sheet.line(`${first("number")} / ${second("number")}`);
  largeNumber(sheet, slip.number, width);
  room(sheet, slip.office);
  for (const gift of GIFTS) {
    sheet.bold(`* ${first(`awaits.${gift}`)}`);
    sheet.second(`  ${second(`awaits.${gift}`)}`);
  }
  qr(sheet, qrText, slip.qr.size);
  sheet.encoder.align("center");
  sheet.line(first("code"));
  sheet.large(`${slip.shortCode.slice(0, 4)} ${slip.shortCode.slice(4)}`, 2);
  sheet.line(first("codeHint"));
  sheet.encoder.align("left");
  sheet.rule();
  sheet.fact(first("queueNumber"), slip.queueNumber);
  if (slip.last4 !== null) sheet.fact(first("last4"), slip.last4);
  sheet.fact(first("ticketAt"), words.time(slip.ticketAt));
  sheet.fact(first("issuedAt"), words.time(slip.issuedAt));
  sheet.rule();
  sheet.bold(first("validToday", { date: words.date(slip.serviceDate) }));
  sheet.second(second("validToday", { date: words.dateSecond(slip.serviceDate) }));
  sheet.line(first("basis", { legalBasis: slip.legalBasis }));
  sample(sheet, slip.office, words);
}

function direction(sheet: Paper, slip: DirectionSlip): void {
  const words = slipWords(slip.office.timeZone, slip.office.zoneLabel);
  const { first, second } = words;
  sample(sheet, slip.office, words);
  head(sheet, slip.office);
  sheet.large(first("direction.title"), 1, 2);
  sheet.second(second("direction.title"));
  sheet.space();
  sheet.line(`${first("direction.goTo")} / ${second("direction.goTo")}`);
  room(sheet, slip.office);
  sheet.line(first("direction.bring"));
  sheet.second(second("direction.bring"));
  sheet.rule();
  sheet.line(
    first("direction.printed", { date: words.date(slip.serviceDate), time: words.time(slip.issuedAt) }),
  );
  sample(sheet, slip.office, words);
}

function promise(sheet: Paper, slip: PromiseSlip, qrText: string): void {
  const words = slipWords(slip.office.timeZone, slip.office.zoneLabel);
  const { first, second } = words;
  sample(sheet, slip.office, words);
  head(sheet, slip.office);
  sheet.large(first("promise.title"), 1, 2);
  sheet.second(second("promise.title"));
  sheet.large(slip.item, 2);
  sheet.line(first("promise.sorry"));
  sheet.second(second("promise.sorry"));
  room(sheet, slip.office);
  sheet.line(first("promise.bring"));
  sheet.second(second("promise.bring"));
  qr(sheet, qrText, slip.qr.size);
  sheet.encoder.align("center");
  sheet.line(first("code"));
  sheet.large(`${slip.shortCode.slice(0, 4)} ${slip.shortCode.slice(4)}`, 2);
  sheet.encoder.align("left");
  sheet.rule();
  sheet.fact(first("promise.number"), slip.number);
  sheet.line(
    first("promise.given", { date: words.date(slip.serviceDate), time: words.time(slip.promisedAt) }),
  );
  sample(sheet, slip.office, words);
}

function trial(sheet: Paper, slip: TestSlip, width: PaperWidth): void {
  const words = slipWords(slip.office.timeZone, slip.office.zoneLabel);
  const { first, second } = words;
  head(sheet, slip.office);
  sheet.large(`${first("test.title")} / ${second("test.title")}`, 1, 2);
  sheet.line(first("test.note"));
  sheet.second(second("test.note"));
  largeNumber(sheet, "0000", width);
  sheet.fact(first("test.printer"), slip.printerName);
  sheet.fact(first("test.paper"), `${width} mm`);
  sheet.fact(first("test.at"), words.time(slip.issuedAt));
}

/**
 * A slip as ESC/POS for one width of paper, from the reset to the cut. The same slip is always the same bytes, so a
 * reprint cannot differ, and nothing in them tells one cause of a direction slip from another.
 */
export function escposSlip(content: PaperSlip, width: PaperWidth): Uint8Array {
  const sheet = paper(width);
  if ("qrText" in content) {
    const { slip, qrText } = content;
    if (slip.kind === "VOUCHER") voucher(sheet, slip, qrText, width);
    else promise(sheet, slip, qrText);
  } else if (content.slip.kind === "DIRECTION") direction(sheet, content.slip);
  else trial(sheet, content.slip, width);
  const bytes = sheet.encoder.cut("partial").encode();
  // The library ends on an empty line, which would be the head of the next person's slip.
  return bytes.at(-1) === LINE_FEED ? bytes.subarray(0, -1) : bytes;
}
