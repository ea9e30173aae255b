import { LoadFailure } from "@/components/page/load-failure";
import { SuiteTrend } from "@/components/scorecard/suite-trend";
import { Section } from "@/components/ui/section";
import type { SuiteDetails } from "@/lib/core/scorecard/details";
import type { scorecardTrend } from "@/lib/registry/scorecard/trend";
import type { Loading } from "@/lib/web/load";

type TrendSectionProps = {
  trend: Loading<typeof scorecardTrend>;
  details: readonly SuiteDetails[];
  now: string;
  retryHref: string;
};

export async function TrendSection({ trend: pending, details, now, retryHref }: TrendSectionProps) {
  const trend = await pending;
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
