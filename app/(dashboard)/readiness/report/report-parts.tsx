import { NumberStrip } from "@/components/measure/number-strip";
import { leadingStrip } from "@/components/readiness/leading";
import { RollupNote } from "@/components/readiness/rollup-note";
import { Section } from "@/components/ui/section";
import { IncidentTable, ItemTable, Postmortems } from "@/components/weekly-report/incident-parts";
import { ListedSection } from "@/components/weekly-report/listed";
import { BlockedTable, FrequentChecks, ShippedTable } from "@/components/weekly-report/release-parts";
import { DuePlaces, RehearsalTable, WaiverTable } from "@/components/weekly-report/risk-parts";
import type { WeeklyReport } from "@/lib/registry/report/view";
import { hrefOf } from "@/lib/web/search-params";
import { leadingHrefs } from "../query";

type PartProps = { report: WeeklyReport };

/** The week in one paragraph, in five numbers, and then fact by fact. */
export function ReportParts({ report }: PartProps) {
  const { numbers, week, service, environment } = report;
  const scope = { period: week.id, service: service ?? undefined, environment: environment ?? undefined };
  return (
    <>
      <p className="mb-5 max-w-prose text-lg">{report.summary}</p>
      <NumberStrip numbers={leadingStrip(numbers, leadingHrefs(scope, new Date(report.now)))} />
      <p className="mt-2 text-muted text-sm">Each beside the week before.</p>
      <RollupNote rollups={numbers.rollups} />
      <ReleaseParts report={report} />
      <IncidentParts report={report} />
      <RiskParts report={report} />
    </>
  );
}

function ReleaseParts({ report: { shipped, blocked, now, environment } }: PartProps) {
  return (
    <>
      <ListedSection
        title="Shipped"
        id="shipped"
        listed={shipped}
        none="Nothing was rolled out."
        description={
          environment ? `Rollouts to ${environment} that succeeded.` : "Rollouts to production that succeeded."
        }
      >
        {(items) => <ShippedTable items={items} now={now} />}
      </ListedSection>
      <ListedSection
        title="Held up by the gate"
        id="blocked"
        listed={blocked}
        none="No release was held up."
        description={waitingText(blocked.awaitingSignatures)}
      >
        {(items) => (
          <>
            <FrequentChecks checks={blocked.checks} blocked={blocked.total} />
            <BlockedTable items={items} now={now} />
          </>
        )}
      </ListedSection>
    </>
  );
}

function waitingText(count: number): string {
  const waited = count === 1 ? "1 release waited" : `${count} releases waited`;
  return `Refused for more than missing signatures.${count > 0 ? ` ${waited} for nothing but signatures.` : ""}`;
}

function IncidentParts({ report: { incidents, postmortems, overdueItems, service, week, now } }: PartProps) {
  const days = { from: week.from.slice(0, 10), to: new Date(Date.parse(week.until) - 1).toISOString().slice(0, 10) };
  return (
    <>
      <ListedSection
        title="Incidents"
        id="incidents"
        listed={incidents}
        none="None was declared."
        all={{ href: hrefOf("/incidents", { service, ...days }), label: "All incidents of the week" }}
      >
        {(items) => <IncidentTable items={items} now={now} />}
      </ListedSection>
      <Section title="Postmortems" id="postmortems">
        <Postmortems postmortems={postmortems} now={now} />
      </Section>
      <ListedSection
        title="Overdue post-incident items"
        id="overdue"
        listed={overdueItems}
        none="None was overdue."
        description={week.isOver ? "As of the end of the week." : "As of now."}
      >
        {(items) => <ItemTable items={items} now={now} />}
      </ListedSection>
    </>
  );
}

function RiskParts({ report: { waivers, rehearsals, now } }: PartProps) {
  const { done, missed, due } = rehearsals;
  return (
    <>
      <ListedSection title="Waivers granted" id="waivers" listed={waivers.granted} none="None was granted.">
        {(items) => <WaiverTable caption="Waivers granted in the week, the latest first" items={items} now={now} />}
      </ListedSection>
      <ListedSection
        title="Waivers about to end"
        id="expiring"
        listed={waivers.expiring}
        none="None ends in the seven days after."
        description="In the seven days after."
      >
        {(items) => <WaiverTable caption="Waivers that end soon, the soonest first" items={items} now={now} />}
      </ListedSection>
      <ListedSection
        title="Rehearsals"
        id="rehearsals"
        listed={done}
        none="None took place."
        description={missed > 0 ? `${missed} planned ${missed === 1 ? "one was" : "ones were"} missed.` : undefined}
      >
        {(items) => <RehearsalTable items={items} now={now} />}
      </ListedSection>
      {due && (
        <Section
          title="Rehearsals due"
          id="due"
          count={due.length}
          description="As of now, and in the next seven days."
        >
          {due.length === 0 ? <p className="text-muted">None is due.</p> : <DuePlaces items={due} now={now} />}
        </Section>
      )}
    </>
  );
}
