import type { Metadata } from "next";
import { DecisionTable } from "@/components/gate/decision-table";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { decisionHistory } from "@/lib/registry/gate/decision-queries";
import { releaseDetail } from "@/lib/registry/release/queries";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";

export const metadata: Metadata = { title: "Decisions" };

const PAGE_SIZE = 50;

type DecisionsPageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function DecisionsPage({ params, searchParams }: DecisionsPageProps) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const request = await readParams(searchParams, ["after", "before"]);
  const history = load(decisionHistory(actor, id, { ...request, size: PAGE_SIZE }));
  const release = await load(releaseDetail(actor, id));
  const path = `/releases/${id}/decisions`;
  if (!release.ok) return <LoadFailure failure={release.failure} retryHref={path} />;
  const { serviceName, version, now } = release.data;
  return (
    <>
      <PageHeader
        title="Decisions"
        description={`Every recorded evaluation of the gate for ${serviceName} ${version}.`}
        breadcrumb={[
          { href: "/releases", label: "Releases" },
          { href: `/releases/${id}`, label: version },
        ]}
        actions={
          <>
            <ButtonLink href={`${path}/compare`}>Compare decisions</ButtonLink>
            <ExportLinks what="decisions" href={`${path}/export`} />
          </>
        }
      />
      <Streamed
        section={Found({ history, releaseId: id, path, now })}
        fallback={<TableSkeleton columns={6} label="Loading the decisions" />}
      />
    </>
  );
}

type FoundProps = { history: Loading<typeof decisionHistory>; releaseId: string; path: string; now: string };

async function Found({ history: pending, releaseId, path, now }: FoundProps) {
  const history = await pending;
  if (!history.ok) return <LoadFailure failure={history.failure} retryHref={path} />;
  const { items, previous, next } = history.data;
  if (items.length === 0) return <p className="text-muted">No decision has been recorded yet.</p>;
  return (
    <>
      <DecisionTable releaseId={releaseId} decisions={items} now={now} />
      <Pager
        label="Pages of decisions"
        newerHref={previous ? hrefOf(path, { before: previous }) : undefined}
        olderHref={next ? hrefOf(path, { after: next }) : undefined}
      />
    </>
  );
}
