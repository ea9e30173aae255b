import { LOCALE } from "@/lib/core/locale";
import type { Interval } from "@/lib/core/statistics/wilson";
import { percent, percentRange } from "./figures";

const whole = new Intl.NumberFormat(LOCALE);

type RateProps = {
  /** 0…1; null where nothing was counted or said. */
  rate: number | null;
  interval: Interval | null;
  /** How many tests it is computed from; left out where the next cell says it. */
  sample?: number | null;
  /** False: too few runs to rely on. */
  enough?: boolean;
};

/** A rate with how far it can be trusted: its 95% confidence interval and the size of its sample. */
export function Rate({ rate, interval, sample, enough = true }: RateProps) {
  if (rate === null) return <span>–</span>;
  return (
    <span className="tabular-nums">
      {percent(rate)}
      <span className="block whitespace-nowrap text-muted text-sm">
        {interval ? (
          <>
            <span className="sr-only">95% interval </span>
            {percentRange(interval)}
            {sample != null && ` of ${whole.format(sample)}`}
          </>
        ) : (
          "as stated, no counts"
        )}
      </span>
      {!enough && <span className="block whitespace-nowrap text-sm text-waiver">too few runs</span>}
    </span>
  );
}
