type Durations = (
  key: "hoursMinutes" | "hours" | "minutes" | "underMinute",
  values?: Record<string, number>,
) => string;

/** "2 jam 14 menit" of whole minutes, cut down; `t` reads `common.duration`. */
export function durationWords(t: Durations, count: number): string {
  const whole = Math.max(0, Math.floor(count));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours > 0) return rest > 0 ? t("hoursMinutes", { hours, minutes: rest }) : t("hours", { hours });
  return rest > 0 ? t("minutes", { minutes: rest }) : t("underMinute");
}
