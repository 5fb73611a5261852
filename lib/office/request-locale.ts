import "server-only";
import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { hostCookie } from "@/lib/platform/host-cookie";
import { locales } from "@/lib/platform/messages";
import { translatable } from "@/lib/platform/translatable";
import { officeSettings } from "./settings";

/** Indonesian unless the reader chose another language; times in the office's zone, never the browser's. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(hostCookie("janji-locale"))?.value;
  const locale = chosen && locales().includes(chosen) ? chosen : "id";
  const { timeZone } = await officeSettings();
  return { locale, messages: translatable(locale), timeZone };
});
