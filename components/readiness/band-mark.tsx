import { cn } from "@/components/ui/cn";
import { DORA_BANDS, type DoraBand } from "@/lib/core/readiness/dora";

const WORDS: Record<DoraBand, string> = { elite: "Elite", high: "High", medium: "Medium", low: "Low" };

/** One of the four levels: its word, and as many steps filled as it stands high. No status, so no status colour. */
export function BandMark({ band }: { band: DoraBand }) {
  const height = DORA_BANDS.length - DORA_BANDS.indexOf(band);
  return (
    <span className="inline-flex items-center gap-1.5 font-medium text-foreground">
      <span aria-hidden className="inline-flex items-end gap-0.5">
        {DORA_BANDS.map((each, place) => (
          <span key={each} className={cn("w-1 rounded-sm", STEPS[place], place < height ? "bg-accent" : "bg-border")} />
        ))}
      </span>
      {WORDS[band]}
    </span>
  );
}

const STEPS = ["h-1.5", "h-2", "h-2.5", "h-3"];
