import type { Metadata } from "next";
import { EntryTable } from "@/components/ledger/entry-table";
import { recordHref } from "@/components/ledger/record-href";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { pageViewer } from "@/lib/auth/page-actor";
import { type RecordHistory, recordHistory } from "@/lib/registry/ledger/record";
import { load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";

export const metadata: Metadata = { title: "Record" };

type RecordPageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** One governed record, whatever its kind, by what was done to it. */
export default async function RecordPage({ params, searchParams }: RecordPageProps) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const path = `/registry/records/${id}`;
  const page = await readParams(searchParams, ["after", "before"]);
  const found = await load(recordHistory(actor, id, page));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={path} />;
  const { items, previous, next, now } = found.data;
  return (
    <>
      <PageHeader
        title={found.data.name ?? "Record"}
        aside={found.data.kind && <Badge>{found.data.kind}</Badge>}
        description={<code className="break-all text-sm">{id}</code>}
        breadcrumb={[{ href: "/registry", label: "Registry" }]}
        actions={<Actions record={found.data} />}
      />
      <EntryTable items={items} now={now} />
      <Pager
        label="Pages of entries"
        newerHref={previous ? hrefOf(path, { before: previous }) : undefined}
        olderHref={next ? hrefOf(path, { after: next }) : undefined}
      />
    </>
  );
}

function Actions({ record: { id, kind } }: { record: RecordHistory }) {
  const href = kind && recordHref({ kind, subjects: [id] });
  return (
    <>
      {href && <ButtonLink href={href}>Open the record</ButtonLink>}
      <ExportLinks what="entries" href={hrefOf("/registry/export", { record: id })} />
    </>
  );
}
