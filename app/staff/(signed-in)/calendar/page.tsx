import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CalendarForm } from "@/components/staff/calendar/calendar-form";
import { DevicesFrame } from "@/components/staff/devices/devices-frame";
import { visitor } from "@/lib/access/guards";
import { openPages } from "@/lib/access/pages";
import { officeState } from "@/lib/office/calendar";
import { readCalendar } from "@/lib/office/change-calendar";
import { localParts } from "@/lib/office/local-time";
import { nationalHolidays } from "@/lib/office/national-holidays";
import { officeSettings } from "@/lib/office/settings";
import { now } from "@/lib/platform/clock";
import { changeCalendarAction } from "./actions";
import { NotAllowed } from "../../not-allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

/** When the office serves: working days, hours, holidays and special service days. */
export default async function CalendarPage() {
  const account = await visitor("/staff/calendar");
  if (!account) return <NotAllowed page="/staff/calendar" />;
  const [t, calendar, settings] = await Promise.all([
    getTranslations("calendar"),
    readCalendar(),
    officeSettings(),
  ]);
  const { serviceDate, open, opensAt } = officeState(now().getTime(), settings);
  return (
    <DevicesFrame here="calendar" lead={t("lead")} pages={openPages(account.role)}>
      <CalendarForm
        key={calendar.version}
        calendar={calendar}
        national={nationalHolidays()}
        today={serviceDate}
        standing={{
          open,
          opensAt,
          opensOn: opensAt === null ? null : localParts(opensAt, settings.timeZone).date,
        }}
        change={changeCalendarAction}
      />
    </DevicesFrame>
  );
}
