import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { PrintButton } from "@/components/page/print-button";
import { Streamed } from "@/components/page/streamed";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { ReportSkeleton } from "@/components/weekly-report/report-skeleton";
import { weekDays } from "@/components/weekly-report/week-words";
import { pageViewer } from "@/lib/auth/page-actor";
import type { Actor } from "@/lib/core/access";
import { lastWholeWeek, nextWeek, parseWeek, previousWeek, weekStart, weekText } from "@/lib/core/week";
import type { ReportRequest } from "@/lib/registry/report/view";
import { weeklyReport } from "@/lib/registry/report/weekly";
import { load } from "@/lib/web/load";
import type { SearchParams } from "@/lib/web/search-params";
import { scopeChoices } from "../scope-filters";
import { readReportQuery, reportHref } from "./query";
import { ReportFilters } from "./report-filters";
import { ReportParts } from "./report-parts";

export const metadata: Metadata = { title: "Weekly report" };

export default async function WeeklyReportPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ actor, tenant }, query] = await Promise.all([pageViewer(), readReportQuery(searchParams)]);
  const now = new Date();
  const week = parseWeek(query.week ?? "") ?? lastWholeWeek(now);
  const next = nextWeek(week);
  const offered = await scopeChoices(actor);
  const of = [query.service, query.environment && `in ${query.environment}`].filter(Boolean).join(" ");
  return (
    <>
      <PageHeader
        title={`Weekly report ${weekText(week)}`}
        description={`${of || tenant.name}, ${weekDays(week)}, Monday to Sunday in UTC.`}
        breadcrumb={[{ href: "/readiness", label: "Readiness" }]}
        actions={
          <>
            <ButtonLink href={reportHref({ ...query, week: weekText(previousWeek(week)) })}>Week before</ButtonLink>
            {weekStart(next) <= now && (
              <ButtonLink href={reportHref({ ...query, week: weekText(next) })}>Week after</ButtonLink>
            )}
            <PrintButton />
          </>
        }
      />
      <ReportFilters query={query} offered={offered} now={now} />
      <Streamed section={Report({ actor, query })} fallback={<ReportSkeleton />} />
    </>
  );
}

async function Report({ actor, query }: { actor: Actor; query: ReportRequest }) {
  const found = await load(weeklyReport(actor, query));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={reportHref(query)} />;
  return <ReportParts report={found.data} />;
}
