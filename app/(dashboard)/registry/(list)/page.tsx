import type { Metadata } from "next";
import { EntryTable } from "@/components/ledger/entry-table";
import { LedgerFilters } from "@/components/ledger/ledger-filters";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { ButtonLink } from "@/components/ui/button";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { pageViewer } from "@/lib/auth/page-actor";
import { LEDGER_KINDS } from "@/lib/registry/ledger/kinds";
import { type LedgerFilter, type LedgerPage, listEntries } from "@/lib/registry/ledger/queries";
import { load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { VerificationSection } from "../verification-section";
import { readLedgerFilter } from "./filter";

export const metadata: Metadata = { title: "Registry" };

const PATH = "/registry";

export default async function RegistryPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { filter, page, verify } = await readLedgerFilter(searchParams);
  const list = await load(listEntries(actor, { ...filter, ...page }));
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
      {list.ok ? <Found list={list.data} filter={filter} /> : <LoadFailure failure={list.failure} retryHref={PATH} />}
    </>
  );
}

function Found({ list, filter }: { list: LedgerPage; filter: LedgerFilter }) {
  if (list.items.length > 0) {
    return (
      <>
        <EntryTable items={list.items} now={list.now} />
        <Pager
          label="Pages of entries"
          summary={list.head && `${list.head.size} ${list.head.size === 1 ? "entry" : "entries"} in all`}
          newerHref={list.previous ? hrefOf(PATH, { ...filter, before: list.previous }) : undefined}
          olderHref={list.next ? hrefOf(PATH, { ...filter, after: list.next }) : undefined}
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
