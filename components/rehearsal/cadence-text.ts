import type { Cadence } from "@/lib/core/rehearsal/programme";

/** "monthly on day 15", "every 14 days". */
export function cadenceText(cadence: Cadence): string {
  if (cadence.kind === "monthly")
    return cadence.day === 31 ? "monthly on the last day" : `monthly on day ${cadence.day}`;
  return cadence.days === 1 ? "every day" : `every ${cadence.days} days`;
}
