import { Duration } from "@/components/time/duration";
import type { Mean } from "@/lib/core/incident/analytics";

/** A mean with how many it is of; "no data" is not 0. */
export function MeanText({ mean, of }: { mean: Mean; of?: boolean }) {
  if (!mean) return <span className="text-muted">no data</span>;
  return (
    <>
      <Duration ms={Math.round(mean.ms)} className="whitespace-nowrap" />
      {of && <span className="text-muted text-sm"> of {mean.of}</span>}
    </>
  );
}
