import { Status, type Tone } from "@/components/ui/status";
import type { RequestStanding } from "@/lib/core/waiver/request";

const states: Record<RequestStanding, { tone: Tone; label: string }> = {
  open: { tone: "waiver", label: "Open" },
  granted: { tone: "go", label: "Granted" },
  denied: { tone: "no-go", label: "Denied" },
  withdrawn: { tone: "unknown", label: "Withdrawn" },
  lapsed: { tone: "unknown", label: "Lapsed" },
};

export function RequestState({ standing, pill }: { standing: RequestStanding; pill?: boolean }) {
  return <Status {...states[standing]} pill={pill} />;
}
