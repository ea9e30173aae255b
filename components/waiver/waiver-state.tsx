import { Status, type Tone } from "@/components/ui/status";
import type { WaiverSummary } from "@/lib/registry/waiver/queries";

const states: Record<WaiverSummary["state"], { tone: Tone; label: string }> = {
  valid: { tone: "waiver", label: "In force" },
  expired: { tone: "unknown", label: "Expired" },
  revoked: { tone: "no-go", label: "Revoked" },
  superseded: { tone: "unknown", label: "Superseded" },
  not_yet: { tone: "unknown", label: "Not yet in force" },
  void: { tone: "no-go", label: "Not accepted" },
  error: { tone: "unknown", label: "Unknown" },
};

export function WaiverState({ waiver, pill }: { waiver: Pick<WaiverSummary, "state" | "expiring">; pill?: boolean }) {
  if (waiver.expiring) return <Status tone="waiver" label="Expiring soon" pill={pill} />;
  return <Status {...states[waiver.state]} pill={pill} />;
}
