import { cn } from "@/components/ui/cn";
import { exactTime, relativeTime, toDate, type When } from "./format";
import { ExactTime } from "./zone";

type InstantProps = {
  at: When;
  /** The moment that the page was rendered for; passing it keeps server and browser in agreement. */
  now: When;
  style?: "relative" | "exact" | "both";
  prefix?: string;
  /** Replaces the distance, where a sentence needs its own words. */
  text?: string;
  className?: string;
};

/** A moment, as distance from now; the exact moment shows on hover, focus and tap, and in print in UTC. */
export function Instant({ at, now, style = "relative", prefix, text, className }: InstantProps) {
  if (Number.isNaN(toDate(at).getTime())) return <span className={className}>time unknown</span>;
  const distance = text ?? relativeTime(at, now);
  const lead = prefix ? `${prefix} ` : "";
  if (style !== "relative") {
    return (
      <time dateTime={toDate(at).toISOString()} className={className}>
        {lead}
        <ExactTime at={toDate(at).toISOString()} />
        {style === "both" && <span className="text-muted"> · {distance}</span>}
      </time>
    );
  }
  const exact = exactTime(at);
  return (
    <time
      dateTime={toDate(at).toISOString()}
      data-exact={exact}
      aria-description={exact}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the exact moment must be reachable by keyboard
      tabIndex={0}
      className={cn("rounded-sm underline decoration-border-strong/70 decoration-dotted underline-offset-3", className)}
    >
      {lead}
      {distance}
    </time>
  );
}
