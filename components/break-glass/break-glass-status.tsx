import { Status, type Tone } from "@/components/ui/status";
import type { BreakGlassState } from "@/lib/core/break-glass/state";

const WORDS: Record<BreakGlassState, { tone: Tone; label: string }> = {
  requested: { tone: "waiver", label: "Waits for a second person" },
  confirmed: { tone: "no-go", label: "Confirmed, not used yet" },
  used: { tone: "no-go", label: "Used" },
  expired: { tone: "unknown", label: "Expired unused" },
  cancelled: { tone: "unknown", label: "Cancelled" },
};

export function BreakGlassStatus({ state, size }: { state: BreakGlassState; size?: "sm" | "md" }) {
  return <Status {...WORDS[state]} size={size} />;
}

/** In place of a verdict, of a release that went past the gate: never a GO, whatever the gate says later. */
export function BreakGlassMark({ size }: { size?: "sm" | "md" | "lg" }) {
  return <Status tone="no-go" label="BREAK-GLASS" size={size} />;
}
