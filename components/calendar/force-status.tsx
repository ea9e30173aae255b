import { Status, type Tone } from "@/components/ui/status";
import type { CalendarFact } from "@/lib/core/gate/facts";

type ForceStatusProps = Pick<CalendarFact, "kind"> & {
  inForce: boolean | null;
  /** Whether the entry applies at all: not before it is valid, and no more once it is over. */
  validity?: "upcoming" | "current" | "over";
};

/** Whether a freeze is in force, or a window open. What cannot be read holds every rollout up. */
export function ForceStatus({ kind, inForce, validity = "current" }: ForceStatusProps) {
  return <Status {...wordOf(kind, inForce, validity)} size="sm" />;
}

function wordOf(
  kind: CalendarFact["kind"],
  inForce: boolean | null,
  validity: NonNullable<ForceStatusProps["validity"]>,
): { tone: Tone; label: string } {
  if (validity === "over") return { tone: "unknown", label: "Over" };
  if (validity === "upcoming") return { tone: "info", label: "Not valid yet" };
  if (inForce === null) return { tone: "no-go", label: "Cannot be read" };
  if (kind === "freeze")
    return inForce ? { tone: "no-go", label: "In force" } : { tone: "info", label: "Not in force" };
  return inForce ? { tone: "go", label: "Open" } : { tone: "waiver", label: "Closed" };
}
