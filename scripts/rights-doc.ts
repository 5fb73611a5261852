// npm run rights-doc: writes the tables of docs/rights.md from the code; a test holds the two together.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { mayOpen, PAGES, type StaffPage } from "@/lib/access/pages";
import { can, manages, RIGHTS, ROLES } from "@/lib/access/rights";
import type { Right, Role } from "@/lib/access/types";

const FILE = "docs/rights.md";
const BEGIN = "<!-- from the code: npm run rights-doc -->";
const END = "<!-- end -->";

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  officer: "officer (petugas)",
  supervisor: "supervisor (pengawas)",
  head: "head (kepala kantor)",
  administrator: "administrator",
};

/** What each right lets one do, for people. */
const RIGHT_WORDS: Readonly<Record<Right, string>> = {
  "records.see": "see the hall, tickets and vouchers of the day, with what they tell of people",
  "register.see":
    "see the register of any period, and a case with all its evidence; each case opened is recorded",
  "register.name": "learn the applicant's name of a case in the register; each look is recorded",
  "voucher.confirm":
    "confirm a voucher, record its duties, undo one's own, print its slip again, call it to a counter",
  "voucher.withhold": "decide otherwise, with a written reason, and take that back",
  "voucher.grant": "grant compensation where the rules did not, with a written reason",
  "ticket.enter": "enter and advance tickets by hand",
  "hall.acknowledge": "say that an alert of the hall was seen",
  "contradiction.resolve": "see and resolve corrections that contradict a voucher",
  "kiosk-call.answer": "see and answer a kiosk's call for an officer",
  "outage.declare": "declare, correct and end disruptions",
  "outage.back-date": "change what was true more than ten minutes ago",
  "review-flag.see": "see the review flag (F.2.g); each look is recorded",
  "review-flag.set": "raise or clear the review flag, with a written reason",
  "queue.import": "take in files of the queue system",
  "undo.others": "undo what colleagues recorded, with a written reason",
  "confirmation.override": "confirm against an obstacle, with a written reason",
  "receipt.sign": "have a receipt signed on the tablet, and print it",
  "signature.see": "see the signature of a receipt on the case page, and print it; each look is recorded",
  "souvenirs.manage": "add souvenirs, take in deliveries, correct counts, put items away",
  "device-alert.acknowledge": "see that a device needs a hand, and say that one sees to it",
  "calendar.manage": "set working days, hours, holidays and special service days",
  "devices.manage": "enrol and revoke kiosks, set up printers",
  "feed.manage": "make and revoke tokens of the queue feed",
  "settings.manage": "change settings of the office, see their versions and take one again",
  "policy.manage": "add a further version of the rules (KETIGA)",
  "accounts.manage": "open the page of accounts; whose accounts may be changed is the next table",
  "audit.verify": "see whether the record is sound, and have it verified",
  "status.see": "see the state of the system: what it rests on, and what to do",
  "person.export":
    "give applicants a copy of what is held about them, and see that personal data are removed in time",
  "account.see": "see the account of a period and download it; each look is recorded",
  "account.issue": "issue a numbered report",
};

const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** A Markdown table whose columns are as wide as their widest cell, as the formatter writes them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, index) =>
    Math.max(3, cell.length, ...rows.map((cells) => (cells[index] ?? "").length)),
  );
  const padded = (cells: readonly string[]) =>
    row(cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)));
  return [padded(head), row(widths.map((width) => "-".repeat(width))), ...rows.map(padded)].join("\n");
}

const marks = (holds: (role: Role) => boolean) => ROLES.map((role) => (holds(role) ? "yes" : ""));

/** The tables of docs/rights.md. */
export function rightsTables(): string {
  const rights = Object.keys(RIGHTS) as Right[];
  const pages = Object.keys(PAGES) as StaffPage[];
  return [
    "## Who may what",
    table(
      ["right", "lets one", ...ROLES],
      rights.map((right) => [`\`${right}\``, RIGHT_WORDS[right], ...marks((role) => can(role, right))]),
    ),
    "## Whose accounts one makes, suspends, and gives passwords and roles",
    table(
      ["accounts of", ...ROLES],
      ROLES.map((other) => [ROLE_WORDS[other], ...marks((role) => manages(role, other))]),
    ),
    "## Which pages open",
    table(
      ["page", "right", ...ROLES],
      pages.map((page) => [`\`${page}\``, `\`${PAGES[page]}\``, ...marks((role) => mayOpen(role, page))]),
    ),
  ].join("\n\n");
}

/** The document with its tables as the code has them now. */
export function withTables(document: string): string {
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${FILE} has lost its marks`);
  return `${before}${BEGIN}\n\n${rightsTables()}\n\n${END}${after}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(FILE, withTables(readFileSync(FILE, "utf8")));
}
