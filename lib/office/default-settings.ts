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
  sessions: { idleMinutes: 15 },
  hall: { alertBefore: [30, 15, 5], feedSilentMinutes: 10 },
  letterhead: {
    authority: [
      "Kementerian Imigrasi dan Pemasyarakatan Republik Indonesia",
      "Direktorat Jenderal Imigrasi",
      "Kantor Wilayah Jawa Timur",
    ],
    address: "Alamat kantor belum diisi",
    contact: "",
    place: "Blitar",
    signer: { position: "Kepala Kantor", name: "", idNumber: "" },
  },
  documentNumbers: { report: "{seq}/JANJI/{month}/{year}", receipt: "{number}/TT-JANJI/{date}" },
  retention: { days: 90 },
};

/** The demo office: the same, and a hall that can be drawn. A real office draws its own, or none. */
export const DEMO_SETTINGS: OfficeSettings = {
  ...DEFAULT_SETTINGS,
  letterhead: {
    ...DEFAULT_SETTINGS.letterhead,
    address: "Jalan Contoh Nomor 1, Blitar 66100 (alamat contoh)",
    contact: "Telepon (0342) 000000 · surel contoh@example.org",
    signer: { position: "Kepala Kantor", name: "Kepala Contoh", idNumber: "00000000 000000 0 000" },
  },
  complaintRoom: {
    ...DEFAULT_SETTINGS.complaintRoom,
    plan: {
      columns: 20,
      rows: 11,
      kiosk: { x: 4, y: 9.2 },
      room: { x: 12.5, y: 0, width: 7.5, height: 6 },
      path: [
        { x: 4, y: 6.3 },
        { x: 9.6, y: 6.3 },
        { x: 9.6, y: 4 },
        { x: 12.5, y: 4 },
      ],
      landmarks: [{ x: 1, y: 0.8, width: 8, height: 1.6, parts: 4, label: "Loket 1–4" }],
    },
  },
};
