import "server-only";
import { appendAudit } from "@/lib/audit/append";
import type { SignedInAccount } from "@/lib/access/types";
import { reader, writeTransaction } from "@/lib/platform/database";
import type { ActionResult } from "@/lib/platform/types";
import { COLUMN_FIELDS, type ColumnField, type ColumnView } from "./types";

/** How exports call their columns, in Indonesian and English; the office's own words come before these. */
const USUAL: Readonly<Record<ColumnField, readonly string[]>> = {
  ticketId: ["id tiket", "no tiket", "nomor tiket", "kode tiket", "ticket no", "ticket number", "id"],
  bookingCode: [
    ...[
      "nomor permohonan",
      "no permohonan",
      "kode booking",
      "nomor booking",
      "no booking",
      "kode permohonan",
    ],
    ...["booking", "booking number", "application number", "application no"],
  ],
  queueNumber: [
    ...["nomor antrian", "no antrian", "nomor antrean", "no antrean", "antrian", "antrean", "nomor urut"],
    ...["queue", "queue no"],
  ],
  serviceDate: [
    "tanggal",
    "tgl",
    "tanggal layanan",
    "tanggal pelayanan",
    "tanggal kunjungan",
    "date",
    "visit date",
  ],
  biometricTicketAt: [
    ...[
      "waktu nomor biometrik",
      "nomor biometrik terbit",
      "waktu ambil nomor",
      "jam ambil nomor",
      "jam antrian",
    ],
    ...[
      "waktu antrian",
      "waktu antrean",
      "jam antrean",
      "biometric number issued",
      "ticket time",
      "queued at",
    ],
  ],
  calledAt: ["waktu panggil", "jam panggil", "waktu dipanggil", "dipanggil", "called", "call time"],
  biometricStartedAt: [
    ...[
      "mulai biometrik",
      "biometrik mulai",
      "waktu mulai biometrik",
      "waktu mulai",
      "jam mulai",
      "mulai dilayani",
    ],
    ...["biometric started", "started at", "started", "start time"],
  ],
  completedAt: ["waktu selesai", "jam selesai", "selesai", "completed", "finished at", "end time"],
  applicationType: ["jenis permohonan", "jenis", "tipe permohonan", "type"],
  replacementReason: ["alasan penggantian", "sebab penggantian", "alasan", "reason"],
  bookingChannel: ["cara antri", "kanal", "jalur", "jalur antrian", "kanal antrian", "channel"],
  registeredInSmart: ["terdaftar di smart", "terdaftar smart", "in smart", "smart"],
  underReview: ["dalam peninjauan", "peninjauan", "tanda peninjauan", "review"],
  applicantName: ["nama pemohon", "nama", "nama lengkap", "name"],
  updatedAt: [
    "waktu perubahan",
    "diperbarui",
    "terakhir diubah",
    "waktu ubah",
    "last updated",
    "modified",
    "updated",
  ],
};

/** A heading without case, blanks and signs: "No. Antrian" and "no_antrian" are one. */
export const plainHeading = (heading: string) =>
  heading
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");

const usual = new Map<string, ColumnField>(
  COLUMN_FIELDS.flatMap((field) =>
    [field, ...USUAL[field]].map((name) => [plainHeading(name), field] as const),
  ),
);

const isField = (value: string): value is ColumnField => (COLUMN_FIELDS as readonly string[]).includes(value);

/** What the columns of a file hold: as the office said once, else as their headings are usually meant. */
export async function knownColumns(headings: readonly string[]): Promise<ColumnView[]> {
  const told = await reader().importColumn.findMany({
    where: { heading: { in: headings.map(plainHeading) } },
  });
  const own = new Map(told.map(({ heading, field }) => [heading, field]));
  return headings.map((heading) => {
    const plain = plainHeading(heading);
    const field = own.get(plain) ?? usual.get(plain) ?? null;
    return { heading, field: field === null || field === "-" || isField(field) ? field : null };
  });
}

/** Remembers what columns hold, for every later file of the same headings. */
export async function rememberColumns(
  { account }: { readonly account: SignedInAccount },
  columns: readonly { readonly heading: string; readonly field: ColumnField | "-" }[],
  requestId: string,
): Promise<ActionResult<null>> {
  const byHeading = new Map(columns.map(({ heading, field }) => [plainHeading(heading), field]));
  byHeading.delete("");
  await writeTransaction(async (tx) => {
    // One order for everybody, so that two supervisors do not wait for each other in a circle.
    for (const [heading, field] of [...byHeading].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const data = { field, updatedById: account.id };
      await tx.importColumn.upsert({ where: { heading }, create: { heading, ...data }, update: data });
    }
    await appendAudit(tx, {
      actor: { kind: "OFFICER", id: account.id },
      action: "import-columns.changed",
      subject: { kind: "import-columns", id: null },
      data: { columns: byHeading.size },
      requestId,
    });
  });
  return { ok: true, value: null };
}
