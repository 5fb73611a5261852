import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DemoRibbon } from "@/components/ui/demo-ribbon";
import { environment } from "@/lib/platform/environment";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: { default: t("title"), template: `%s · ${t("title")}` }, robots: { index: false } };
}

/** The ground under every staff page, signed in or not; in the demo it says so. It guards nothing. */
export default function StaffLayout({ children }: { children: ReactNode }) {
  return (
    <div data-surface="staff" data-tone="paper" className="flex min-h-dvh flex-col">
      {environment().mode === "demo" && <DemoRibbon />}
      {children}
    </div>
  );
}
