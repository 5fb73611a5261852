import { CheckIcon, DashIcon, DisturbanceIcon } from "@/components/ui/icons";
import type { HealthLevel } from "@/lib/health/types";

/** The shape of a level, beside its colour and its word. */
export function LevelIcon({ level, className = "" }: { level: HealthLevel; className?: string }) {
  if (level === "OK") return <CheckIcon className={className} />;
  return level === "WARN" ? <DashIcon className={className} /> : <DisturbanceIcon className={className} />;
}
