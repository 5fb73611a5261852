import "server-only";
import { instantOf } from "@/lib/office/local-time";
import type { TicketPayload } from "@/lib/queue/schema";
import type { ColumnField, RowProblem } from "./types";

/** What a row's cells say, by field; empty cells are absent. */
export type Cells = Readonly<Partial<Record<ColumnField, string>>>;
export type RowReading =
  | { readonly ok: true; readonly payload: TicketPayload }
  | { readonly ok: false; readonly field: ColumnField; readonly reason: RowProblem };

class Unreadable extends Error {
  constructor(
    readonly field: ColumnField,
    readonly reason: RowProblem,
  ) {
    super(reason);
  }
}

/** How exports write a value, without case, blanks and signs. */
const plain = (value: string) => value.toLowerCase().replace(/[^a-z0-9]/g, "");
const words = <const Value>(...pairs: readonly (readonly [Value, ...string[]])[]) =>
  new Map(pairs.flatMap(([value, ...names]) => names.map((name) => [name, value] as const)));

const TYPES = words(
  ["NEW", "new", "baru", "pasporbaru", "permohonanbaru"],
  ["REPLACEMENT", "replacement", "penggantian", "gantipaspor", "ganti", "perpanjangan"],
  ["OTHER", "other", "lainnya", "lain", "lainlain"],
);
const REASONS = words(
  ["EXPIRED", "expired", "habisberlaku", "habismasaberlaku", "masaberlakuhabis"],
  ["FULL", "full", "penuh", "halamanpenuh"],
  ["DAMAGED", "damaged", "rusak"],
  ["LOST", "lost", "hilang"],
  ["DATA_CHANGE", "datachange", "perubahandata", "ubahdata"],
);
const CHANNELS = words(
  ["M_PASPOR", "mpaspor"],
  [
    "ONLINE_QUEUE",
    "onlinequeue",
    "antriandaring",
    "antreandaring",
    "antrianonline",
    "antreanonline",
    "online",
  ],
  ["WALK_IN", "walkin", "datanglangsung", "langsung", "gosho"],
);
const FLAGS = words([true, "true", "ya", "y", "yes", "1"], [false, "false", "tidak", "t", "no", "n", "0"]);

/** Numbers that a spreadsheet took for figures: `1,23457E+15` has lost its last digits for good. */
const SCIENTIFIC = /^\d+(?:[.,]\d+)?E\+?\d+$/i;
/** What a booking's number has where the office has not said otherwise; fewer figures have lost their zeros. */
const BOOKING_DIGITS = 16;
const FEWEST_DIGITS = 9;

const DATE = /^(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2}))/;
/** As LibreOffice in Indonesian shows a date and so saves it; with dots it would be a time of day. */
const SHORT_DATE = /^(\d{1,2}\/\d{1,2}\/)(\d{2})(?!\d)/;
const TIME = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,6})?)?$/;
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

const two = (value: string | number) => String(value).padStart(2, "0");

/** `dd/mm/yyyy`, with slashes, hyphens or dots, `dd/mm/yy`, or ISO; null for a date that does not exist. */
function dateOf(given: string): { readonly date: string; readonly rest: string } | null {
  const text = given.replace(SHORT_DATE, (_all, start: string, year: string) => `${start}20${year}`);
  const found = DATE.exec(text);
  if (!found) return null;
  const [whole, day, month, year, isoYear, isoMonth, isoDay] = found;
  const date = isoYear ? `${isoYear}-${isoMonth}-${isoDay}` : `${year}-${two(month ?? "")}-${two(day ?? "")}`;
  const instant = Date.parse(`${date}T00:00:00Z`);
  const exists = Number.isFinite(instant) && new Date(instant).toISOString().startsWith(date);
  return exists ? { date, rest: text.slice(whole.length).replace(/^[T ,]+/i, "") } : null;
}

function timeOf(text: string): { readonly clock: string; readonly seconds: number } | null {
  const [, hour, minute, second = "0"] = TIME.exec(text) ?? [];
  if (hour === undefined || minute === undefined) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return { clock: `${two(hour)}:${minute}`, seconds: Number(second) };
}

/** Reads one row after another in the office's zone, where an instant has none of its own. */
export function rowReader(
  timeZone: string,
  { bookingsHave16Digits }: { readonly bookingsHave16Digits: boolean },
) {
  const instant = (field: ColumnField, text: string | undefined, day: string | null): string | null => {
    if (text === undefined) return null;
    if (WITH_ZONE.test(text)) {
      const at = Date.parse(text.replace(" ", "T"));
      if (Number.isFinite(at)) return new Date(at).toISOString();
    }
    const dated = dateOf(text);
    const time = timeOf(dated ? dated.rest : text);
    if (!time) throw new Unreadable(field, "DATE_UNREADABLE");
    const date = dated?.date ?? day;
    if (date === null) throw new Unreadable(field, "TIME_WITHOUT_DATE");
    return new Date(instantOf(date, time.clock, timeZone) + time.seconds * 1000).toISOString();
  };
  const oneOf = <Value>(field: ColumnField, text: string | undefined, known: ReadonlyMap<string, Value>) => {
    if (text === undefined) return null;
    const value = known.get(plain(text));
    if (value === undefined) throw new Unreadable(field, "VALUE_UNKNOWN");
    return value;
  };
  const number = (field: ColumnField, text: string | undefined) => {
    if (text !== undefined && SCIENTIFIC.test(text)) throw new Unreadable(field, "SCIENTIFIC_NUMBER");
    return text;
  };
  const booking = (text: string | undefined) => {
    const figures = number("bookingCode", text)?.replace(/[\s.-]/g, "") ?? "";
    const short = figures.length >= FEWEST_DIGITS && figures.length < BOOKING_DIGITS;
    if (bookingsHave16Digits && /^\d+$/.test(figures) && short)
      throw new Unreadable("bookingCode", "ZEROS_LOST");
    return text ?? null;
  };

  const read = (cells: Cells): TicketPayload => {
    const day = cells.serviceDate === undefined ? null : dateOf(cells.serviceDate);
    if (cells.serviceDate !== undefined && !day) throw new Unreadable("serviceDate", "DATE_UNREADABLE");
    const at = (field: ColumnField) => instant(field, cells[field], day?.date ?? null);
    const times = {
      biometricTicketAt: at("biometricTicketAt"),
      calledAt: at("calledAt"),
      biometricStartedAt: at("biometricStartedAt"),
      completedAt: at("completedAt"),
    };
    // Without a column that says so, a version is as old as the last thing that happened in it.
    const newest = Object.values(times).reduce(
      (one, next) => ((next ?? "") > (one ?? "") ? next : one),
      null,
    );
    const updatedAt = at("updatedAt") ?? newest;
    if (updatedAt === null) throw new Unreadable("updatedAt", "NO_INSTANT");
    return {
      ticketId: number("ticketId", cells.ticketId) ?? "",
      bookingCode: booking(cells.bookingCode),
      queueNumber: number("queueNumber", cells.queueNumber) ?? null,
      serviceDate: day?.date ?? null,
      ...times,
      applicationType: oneOf("applicationType", cells.applicationType, TYPES),
      replacementReason: oneOf("replacementReason", cells.replacementReason, REASONS),
      bookingChannel: oneOf("bookingChannel", cells.bookingChannel, CHANNELS),
      registeredInSmart: oneOf("registeredInSmart", cells.registeredInSmart, FLAGS),
      underReview: oneOf("underReview", cells.underReview, FLAGS),
      applicantName: cells.applicantName ?? null,
      updatedAt,
    };
  };

  return (cells: Cells): RowReading => {
    try {
      return { ok: true, payload: read(cells) };
    } catch (fault) {
      if (fault instanceof Unreadable) return { ok: false, field: fault.field, reason: fault.reason };
      throw fault;
    }
  };
}
