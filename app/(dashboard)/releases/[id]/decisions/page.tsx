import type { Metadata } from "next";
import { DecisionTable } from "@/components/gate/decision-table";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { pageViewer } from "@/lib/auth/page-actor";
import { decisionHistory } from "@/lib/registry/gate/decision-queries";
import { releaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";

export const metadata: Metadata = { title: "Decisions" };

const PAGE_SIZE = 50;

type DecisionsPageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function DecisionsPage({ params, searchParams }: DecisionsPageProps) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const request = await readParams(searchParams, ["after", "before"]);
  const [release, history] = await Promise.all([
    load(releaseDetail(actor, id)),
    load(decisionHistory(actor, id, { ...request, size: PAGE_SIZE })),
  ]);
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
      {!history.ok && <LoadFailure failure={history.failure} retryHref={path} />}
      {history.ok && history.data.items.length === 0 && (
        <p className="text-muted">No decision has been recorded yet.</p>
      )}
      {history.ok && history.data.items.length > 0 && (
        <>
          <DecisionTable releaseId={id} decisions={history.data.items} now={now} />
          <Pager
            label="Pages of decisions"
            newerHref={history.data.previous ? hrefOf(path, { before: history.data.previous }) : undefined}
            olderHref={history.data.next ? hrefOf(path, { after: history.data.next }) : undefined}
          />
        </>
      )}
    </>
  );
}
