import type { Metadata } from "next";
import { EntryTable } from "@/components/ledger/entry-table";
import { LedgerFilters } from "@/components/ledger/ledger-filters";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { ButtonLink } from "@/components/ui/button";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { LEDGER_KINDS } from "@/lib/registry/ledger/kinds";
import { type LedgerFilter, listEntries } from "@/lib/registry/ledger/queries";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { VerificationSection } from "../verification-section";
import { readLedgerFilter } from "./filter";

export const metadata: Metadata = { title: "Registry" };

const PATH = "/registry";

export default async function RegistryPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { filter, page, verify } = await readLedgerFilter(searchParams);
  const list = load(listEntries(actor, { ...filter, ...page }));
  const verifyHref = hrefOf(PATH, { ...filter, ...page, verify: "yes" });
  return (
    <>
      <PageHeader
        title="Registry"
        description="Every governed change, in order. Entries are only ever added; each is hashed together with all before it."
        actions={
          <>
            <ButtonLink href={verifyHref}>Verify the ledger</ButtonLink>
            <ExportLinks what="entries" href={hrefOf(`${PATH}/export`, filter)} />
          </>
        }
      />
      {verify && <VerificationSection actor={actor} href={verifyHref} />}
      <LedgerFilters path={PATH} filter={filter} kinds={LEDGER_KINDS} />
      <Streamed
        section={Found({ list, filter })}
        fallback={<TableSkeleton columns={6} label="Loading the entries" />}
      />
    </>
  );
}

type FoundProps = { list: Loading<typeof listEntries>; filter: LedgerFilter };

async function Found({ list: pending, filter }: FoundProps) {
  const list = await pending;
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={PATH} />;
  const { items, head, previous, next, now } = list.data;
  if (items.length > 0) {
    return (
      <>
        <EntryTable items={items} now={now} />
        <Pager
          label="Pages of entries"
          summary={head && `${head.size} ${head.size === 1 ? "entry" : "entries"} in all`}
          newerHref={previous ? hrefOf(PATH, { ...filter, before: previous }) : undefined}
          olderHref={next ? hrefOf(PATH, { ...filter, after: next }) : undefined}
        />
      </>
    );
  }
  if (Object.keys(filter).length > 0) return <NoMatch clearHref={PATH} />;
  return (
    <NothingYet title="Nothing has been recorded yet">
      Every change that people and pipelines make is listed here.
    </NothingYet>
  );
}
