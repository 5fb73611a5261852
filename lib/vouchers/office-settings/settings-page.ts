import "server-only";
import { accountNames } from "@/lib/access/accounts";
import { instantOf } from "@/lib/office/local-time";
import { settingsDraftSchema } from "@/lib/office/settings-draft-schema";
import { newestSettings } from "@/lib/office/setting-versions";
import { now } from "@/lib/platform/clock";
import { reader } from "@/lib/platform/database";
import { qrMatrix } from "@/lib/printing/qr";
import type { VoucherSlip } from "@/lib/printing/types";
import { localDate } from "@/lib/rules/local-date";
import { kioskOffice } from "@/lib/vouchers/kiosk-office";
import type { SettingsPage } from "./types";

const INDONESIAN = ["Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura"];
/** No voucher's: a code that the tablet finds nothing under. */
const SAMPLE_CODE = "CONTOH00";

/** The page of settings as it stands: what is in force, and what previews need besides. */
export async function settingsPage(): Promise<SettingsPage> {
  const [{ version, settings, createdAt, createdById }, { office }] = await Promise.all([
    newestSettings(),
    kioskOffice(),
  ]);
  const today = localDate(now().getTime(), settings.timeZone);
  const [names, first] = await Promise.all([
    accountNames(createdById === null ? [] : [createdById]),
    reader().voucher.findUnique({
      where: { serviceDate_seq: { serviceDate: today, seq: 1 } },
      select: { number: true },
    }),
  ]);
  // The draft's own schema leaves out what other pages change.
  const draft = settingsDraftSchema.strip().parse(settings);
  const promisedMinutes = Math.floor(office.thresholdMs / 60_000);
  const others = Intl.supportedValuesOf("timeZone").filter((zone) => !INDONESIAN.includes(zone));
  const { name, subtitle, timeZone, zoneLabel, room } = office;
  const ticketAt = instantOf(today, "08:05", timeZone);
  const issuedAt = ticketAt + office.thresholdMs + 14 * 60_000;
  const slip: VoucherSlip = {
    kind: "VOUCHER",
    office: { name, subtitle, timeZone, zoneLabel, room, demo: true },
    number: `${settings.voucherPrefix}-007`,
    queueNumber: "B-042",
    last4: "0000",
    serviceDate: today,
    ticketAt,
    issuedAt,
    waitedMinutes: promisedMinutes + 14,
    legalBasis: office.legalBasis,
    shortCode: SAMPLE_CODE,
    qr: qrMatrix(`JNJV${SAMPLE_CODE}`),
  };
  return {
    version,
    draft,
    changed: {
      at: createdAt.getTime(),
      day: localDate(createdAt.getTime(), settings.timeZone),
      byName: createdById === null ? null : (names.get(createdById) ?? "–"),
    },
    prefixToday: first?.number.split("-")[0] ?? null,
    promisedMinutes,
    timeZones: [...INDONESIAN, ...others],
    sample: { slip, office },
  };
}
