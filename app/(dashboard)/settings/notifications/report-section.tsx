import { LoadFailure } from "@/components/page/load-failure";
import { Instant } from "@/components/time/instant";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { ScheduleForm } from "@/components/weekly-report/schedule-form";
import { type Actor, can } from "@/lib/core/access";
import { weekdayName } from "@/lib/core/readiness/weekday";
import { reportScheduleView, type ScheduleView } from "@/lib/registry/report/schedule-view";
import { load } from "@/lib/web/load";
import { zonesWith } from "@/lib/web/time-zones";
import { scheduleReportAction } from "./actions";

/** When the weekly report goes out, and to whom. */
export async function ReportSection({ actor }: { actor: Actor }) {
  const found = await load(reportScheduleView(actor));
  return (
    <Section
      title="Weekly report"
      id="weekly-report"
      description={
        <>
          <TextLink href="/readiness/report">The report of the last week</TextLink> by mail: its summary, the five
          numbers and the way to the page.
        </>
      }
    >
      {found.ok ? (
        <>
          <Standing schedule={found.data} />
          {can(actor, "tenant:manage") && (
            <ScheduleForm
              schedule={found.data}
              timeZones={zonesWith(found.data.timeZone)}
              action={scheduleReportAction}
            />
          )}
        </>
      ) : (
        <LoadFailure failure={found.failure} retryHref="/settings/notifications#weekly-report" />
      )}
    </Section>
  );
}

function Standing({ schedule: { nextAt, sentFor, weekday, hour, timeZone, now } }: { schedule: ScheduleView }) {
  return (
    <p className="mb-3">
      {nextAt ? (
        <>
          {weekdayName(weekday)}s at {String(hour).padStart(2, "0")}:00, {timeZone}. The next one goes out{" "}
          <Instant at={nextAt} now={now} />.
        </>
      ) : (
        "It is not sent."
      )}
      {sentFor && (
        <>
          {" "}
          The last one went out for <Instant at={sentFor} now={now} style="exact" />.
        </>
      )}
    </p>
  );
}
