import type { ReactNode } from "react";
import { NumberStripSkeleton } from "@/components/measure/number-strip";
import { Streamed } from "@/components/page/streamed";
import { ChartSkeleton } from "@/components/readiness/chart-skeleton";
import { Section } from "@/components/ui/section";
import { TableSkeleton, TextSkeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { hrefOf } from "@/lib/web/search-params";
import { DoraPart } from "./dora-part";
import { IncidentsPart } from "./incidents-part";
import { NumbersPart } from "./numbers-part";
import type { PartProps } from "./part";
import { RehearsalsPart } from "./rehearsals-part";
import { SuitesPart } from "./suites-part";
import { TrendFrame, TrendPart } from "./trend-part";
import { WaiversPart } from "./waivers-part";

type SectionsProps = PartProps & {
  /** How many rows tables by service will have. */
  services: number;
};

/** Everything a leader reads, in the order in which it is asked. Each part streams in by itself. */
export function ReadinessSections({ services, ...part }: SectionsProps) {
  const { period, service, environment } = part.query;
  return (
    <>
      <Streamed section={NumbersPart(part)} fallback={<NumberStripSkeleton label="Loading the five numbers" />} />
      <TrendFrame query={part.query}>
        <Streamed
          section={TrendPart(part)}
          fallback={<Drawn label="Loading the readiness trend" rows={service ? 3 : services} />}
        />
      </TrendFrame>
      <Part
        title="Rehearsal freshness"
        description="Counted is each place with a programme or a release in production."
        actions={<TextLink href="/rehearsals">All rehearsals</TextLink>}
        waits={<TableSkeleton columns={4} rows={service ? 1 : services} label="Loading rehearsal freshness" />}
        section={RehearsalsPart(part)}
      />
      <Part
        title="Readiness suites"
        description="Every run of the period, by its day in UTC."
        actions={<TextLink href={hrefOf("/scorecards", { service, environment })}>Scorecards</TextLink>}
        waits={<Drawn label="Loading the trends of suites" rows={5} />}
        section={SuitesPart(part)}
      />
      <Part
        title="Waivers in force"
        description="By how long they still last."
        waits={<TextSkeleton lines={6} />}
        section={WaiversPart(part)}
      />
      <Part
        title="Incidents"
        description={environment ? "Of services: an incident is not of one environment." : undefined}
        actions={<TextLink href={hrefOf("/incidents/analytics", { period, service })}>Incident analytics</TextLink>}
        waits={<ChartSkeleton label="Loading incidents" />}
        section={IncidentsPart(part)}
      />
      <Part
        title="Delivery performance"
        description="DORA's four keys, of rollouts to production."
        waits={<TableSkeleton columns={4} rows={4} label="Loading the four keys" />}
        section={DoraPart(part)}
      />
    </>
  );
}

type PartSectionProps = {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  waits: ReactNode;
  section: Promise<Awaited<ReactNode>>;
};

function Part({ waits, section, ...frame }: PartSectionProps) {
  return (
    <Section {...frame}>
      <Streamed section={section} fallback={waits} />
    </Section>
  );
}

function Drawn({ label, rows }: { label: string; rows: number }) {
  return (
    <>
      <ChartSkeleton label={label} />
      <TableSkeleton columns={4} rows={Math.min(rows, 50) + 1} label={`${label}, figures`} />
    </>
  );
}
