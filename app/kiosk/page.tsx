import type { Metadata } from "next";
import { kioskGuard } from "@/lib/access/guards";
import { carriesCredential } from "@/lib/access/kiosk-cookie";
import { systemNow } from "@/lib/platform/clock";
import { locales } from "@/lib/platform/messages";
import { translatable } from "@/lib/platform/translatable";
import { kioskOffice } from "@/lib/vouchers/kiosk-office";
import { AwayKeeper } from "./away-keeper";
import { EarlyScript } from "./early-script";
import { KioskApp } from "./kiosk-app";
import { EnrolmentDoor } from "./enrolment-door";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Janji" };

/** Namespaces that the hall's screens and slips read; the rest stays on the server. */
const HALL = ["common", "kiosk", "slip"];

function hallCatalogue(locale: string) {
  return Object.fromEntries(
    Object.entries(translatable(locale)).filter(([namespace]) => HALL.includes(namespace)),
  );
}

/** A language's own name, as its own catalogue writes it. */
function ownName(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

export default async function KioskPage() {
  const [guarded, { office, serverNow, standing }] = await Promise.all([kioskGuard(), kioskOffice()]);
  const choices = locales().map((code) => ({ code, label: ownName(code) }));
  const catalogues = Object.fromEntries(choices.map(({ code }) => [code, hallCatalogue(code)]));
  const shared = { office, locales: choices, catalogues };
  const build = process.env.JANJI_BUILD ?? "";
  return (
    <>
      <EarlyScript />
      <AwayKeeper build={build} />
      {guarded.ok ? (
        <KioskApp
          {...shared}
          serverNow={serverNow}
          loadedAt={systemNow().getTime()}
          build={build}
          standing={standing}
        />
      ) : (
        <EnrolmentDoor {...shared} moved={await carriesCredential()} />
      )}
    </>
  );
}
