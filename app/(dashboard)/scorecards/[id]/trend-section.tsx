import { LoadFailure } from "@/components/page/load-failure";
import { SuiteTrend } from "@/components/scorecard/suite-trend";
import { Section } from "@/components/ui/section";
import type { SuiteDetails } from "@/lib/core/scorecard/details";
import type { TrendRun } from "@/lib/registry/scorecard/trend";
import type { Loaded } from "@/lib/web/load";

type TrendSectionProps = {
  trend: Loaded<TrendRun[]>;
  details: readonly SuiteDetails[];
  now: string;
  retryHref: string;
};

export function TrendSection({ trend, details, now, retryHref }: TrendSectionProps) {
  return (
    <Section
      title="Trend"
      description="The runs of this service and environment up to this one, and those that followed."
    >
      {trend.ok ? (
        <SuiteTrend runs={trend.data} details={details} now={now} />
      ) : (
        <LoadFailure failure={trend.failure} retryHref={retryHref} />
      )}
    </Section>
  );
}
