import type { Tone } from "@/components/ui/status";
import type { DeliveryState } from "@/lib/core/notification/delivery";

type Word = { tone: Tone; label: string };

const WORDS: Record<DeliveryState, Word> = {
  pending: { tone: "info", label: "On its way" },
  held: { tone: "info", label: "In the next digest" },
  sent: { tone: "go", label: "Sent" },
  failed: { tone: "no-go", label: "Failed" },
  gave_up: { tone: "no-go", label: "Given up" },
};

/** How a delivery stands. One that failed and is still tried says so. */
export function deliveryWord({ state, error }: { state: DeliveryState; error: string | null }): Word {
  return state === "pending" && error !== null ? { tone: "waiver", label: "Trying again" } : WORDS[state];
}
