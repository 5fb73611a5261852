"use server";

import { rightGuard } from "@/lib/access/guards";
import { calendarInput } from "@/lib/office/calendar-schema";
import { changeCalendar } from "@/lib/office/change-calendar";
import { action } from "@/lib/platform/action";
import type { ActionResult } from "@/lib/platform/types";

const change = action({
  name: "staff.change-calendar",
  guard: rightGuard("calendar.manage"),
  schema: calendarInput,
  run: ({ context, input, requestId }) =>
    changeCalendar(input, { kind: "OFFICER", id: context.account.id }, requestId),
});

/** Makes a new version of the office's calendar. */
export async function changeCalendarAction(raw: unknown): Promise<ActionResult<{ version: number }>> {
  return change(raw);
}
