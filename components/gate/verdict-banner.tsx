import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Status, toneBlock } from "@/components/ui/status";
import type { StandingVerdict } from "@/lib/core/gate/standing";
import { VERDICT_WORDS } from "./verdict-words";

type VerdictBannerProps = { verdict: StandingVerdict; sentence: ReactNode; note?: ReactNode };

/** The answer of a release page: word, icon and colour, and one sentence why. `note` says how current it is. */
export function VerdictBanner({ verdict, sentence, note }: VerdictBannerProps) {
  const { tone, word } = VERDICT_WORDS[verdict];
  return (
    <section aria-label="Verdict" className={cn("rounded-lg border px-4 py-3.5", toneBlock[tone])}>
      <h2>
        <span className="sr-only">Verdict: </span>
        <Status tone={tone} label={word} size="lg" />
      </h2>
      <p className="mt-1.5 max-w-prose text-foreground">{sentence}</p>
      {note && <div className="mt-2 text-foreground text-sm">{note}</div>}
    </section>
  );
}
