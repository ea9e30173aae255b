import type { CalendarFact } from "@/lib/core/gate/facts";

export const KIND_WORDS: Record<CalendarFact["kind"], string> = { window: "Rollout window", freeze: "Freeze" };

type Place = Pick<CalendarFact, "environment" | "service">;

/** "service-api in production", "every service in every production environment". */
export function placeWords({ environment, service }: Place): string {
  return `${service ?? "every service"} in ${environment ?? "every production environment"}`;
}
