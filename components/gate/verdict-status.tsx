import { Status } from "@/components/ui/status";
import type { StandingVerdict } from "@/lib/core/gate/standing";
import { VERDICT_WORDS } from "./verdict-words";

type VerdictStatusProps = { verdict: StandingVerdict; size?: "sm" | "md" | "lg"; pill?: boolean };

/** GO, NO-GO, WAIVER NEEDED or UNKNOWN, the same wherever a verdict is shown. */
export function VerdictStatus({ verdict, size, pill }: VerdictStatusProps) {
  const { tone, word } = VERDICT_WORDS[verdict];
  return <Status tone={tone} label={word} size={size} pill={pill} />;
}
