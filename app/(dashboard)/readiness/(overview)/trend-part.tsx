import { LoadFailure } from "@/components/page/load-failure";
import { ReadinessTrendView } from "@/components/readiness/readiness-trend";
import { MEASURES, TREND_MEASURES } from "@/components/readiness/trend-measures";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Section } from "@/components/ui/section";
import { readinessTrend } from "@/lib/registry/readiness/queries";
import { load } from "@/lib/web/load";
import { READINESS_PATH, readinessHref, scopeOf } from "../query";
import type { PartProps } from "./part";

export const byOf = ({ service }: PartProps["query"]): "service" | "environment" =>
  service ? "environment" : "service";

/** The frame of the trend: which measure it shows is known before its numbers are. */
export function TrendFrame({ query, children }: { query: PartProps["query"]; children: React.ReactNode }) {
  return (
    <Section title="Readiness trend" id="trend" description={MEASURES[query.trend].means}>
      <LinkTabs
        label="Measure of the trend"
        items={TREND_MEASURES.map((measure) => ({
          href: `${readinessHref(scopeOf(query), measure)}#trend`,
          label: MEASURES[measure].label,
          current: measure === query.trend,
        }))}
      />
      {children}
    </Section>
  );
}

export async function TrendPart({ actor, query }: PartProps) {
  const found = await load(readinessTrend(actor, scopeOf(query)));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={READINESS_PATH} />;
  const by = byOf(query);
  return (
    <ReadinessTrendView
      trend={found.data}
      measure={query.trend}
      by={by}
      hrefOf={(slug) => readinessHref({ ...scopeOf(query), [by]: slug }, query.trend)}
    />
  );
}
