import { booking } from "./tickets";

export const bytes = (text: string) => new TextEncoder().encode(text);
export const HEADINGS =
  "No. Tiket;Nomor Permohonan;No Antrian;Tanggal;Jam Ambil Nomor;Jenis Permohonan;Nama Pemohon";
/** A row of the file for one invented applicant. */
export const line = (number: number, changes: { code?: string; time?: string } = {}) =>
  [
    `T-${number}`,
    changes.code ?? booking(number),
    `B-00${number}`,
    "24/11/2026",
    changes.time ?? "08:00",
    "Baru",
    `Contoh Pemohon ${number}`,
  ].join(";");
/** A file as Excel in Indonesian saves it: a mark, its own first line, semicolons, CRLF. */
export const excel = (...lines: string[]) => bytes(`\uFEFFsep=;\r\n${[HEADINGS, ...lines].join("\r\n")}\r\n`);
