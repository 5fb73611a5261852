import "server-only";
import type { OfficeSettings } from "./schema";

/**
 * What a new installation starts from: version 1 of its settings, an office of the decree's own region.
 * Only holidays with a fixed date are here; the movable ones are decreed each year and entered by the office.
 */
export const DEFAULT_SETTINGS: OfficeSettings = {
  name: "Kantor Imigrasi Blitar",
  subtitle: "Kelas II Non TPI",
  timeZone: "Asia/Jakarta",
  zoneLabel: "WIB",
  voucherPrefix: "K",
  bookingPatterns: [],
  workingDays: [1, 2, 3, 4, 5],
  hours: { opens: "07:00", closes: "16:00" },
  holidays: [2026, 2027].flatMap((year) => [
    { date: `${year}-01-01`, name: "Tahun Baru Masehi" },
    { date: `${year}-05-01`, name: "Hari Buruh Internasional" },
    { date: `${year}-06-01`, name: "Hari Lahir Pancasila" },
    { date: `${year}-08-17`, name: "Hari Kemerdekaan" },
    { date: `${year}-12-25`, name: "Hari Raya Natal" },
  ]),
  specialServiceDays: [],
  complaintRoom: {
    name: "Ruang Pengaduan",
    directions: "Pintu di kanan, setelah Loket 4",
    closes: "16:00",
    afterHours: "Petugas di meja informasi dekat pintu masuk",
  },
  counters: ["Loket 1", "Loket 2"],
  souvenirs: ["Payung", "Botol minum", "Tas kain"],
  paperWidth: "80",
  hall: { alertMinutes: [90, 105, 115], feedSilentMinutes: 10 },
};
