import { Status, type Tone } from "@/components/ui/status";
import type { WindowState } from "@/lib/core/post-release/window";

/** Only a window that passed is green: one that a person accepted never becomes so. */
export const WINDOW_WORDS: Record<WindowState, { tone: Tone; label: string }> = {
  watching: { tone: "info", label: "Watching" },
  passed: { tone: "go", label: "Verification passed" },
  flagged: { tone: "no-go", label: "Verification flagged" },
  accepted: { tone: "waiver", label: "Flagged, accepted with a reason" },
  rolled_back: { tone: "unknown", label: "Rolled back" },
};

type WindowStatusProps = { state: WindowState; size?: "sm" | "md"; className?: string };

export function WindowStatus({ state, size, className }: WindowStatusProps) {
  return <Status {...WINDOW_WORDS[state]} size={size} className={className} />;
}
