import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DemoRibbon } from "@/components/ui/demo-ribbon";
import { environment } from "@/lib/platform/environment";
import { catalogues } from "./catalogues";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: { default: t("title"), template: `%s · ${t("title")}` }, robots: { index: false } };
}

/** The catalogues that staff pages read in the browser; the kiosk's stay with the kiosk. */
const NAMESPACES = [
  "common",
  "staff",
  "access",
  "slip",
  "hall",
  "outages",
  "calendar",
  "souvenirs",
  "receipt",
  "register",
];

/** The ground under every staff page, signed in or not; in the demo it says so. It guards nothing. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  return (
    <div data-surface="staff" data-tone="paper" className="flex min-h-dvh flex-col">
      {environment().mode === "demo" && <DemoRibbon />}
      <NextIntlClientProvider messages={await catalogues(NAMESPACES)}>{children}</NextIntlClientProvider>
    </div>
  );
}
