import type { Metadata } from "next";
import { Streamed } from "@/components/page/streamed";
import { KIND_WORDS } from "@/components/search/kind-words";
import { FilterBar, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { SEARCH_KINDS } from "@/lib/core/search/kinds";
import { readParams, type SearchParams } from "@/lib/web/search-params";
import { SearchResults } from "./search-results";

export const metadata: Metadata = { title: "Search" };

const PATH = "/search";
const KINDS = SEARCH_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind].many }));

export default async function SearchPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { q = "", kind: asked, after } = await readParams(searchParams, ["q", "kind", "after"]);
  const kind = SEARCH_KINDS.find((each) => each === asked);
  return (
    <>
      <PageHeader
        title="Search"
        description="Releases, services, incidents, people and their evidence, by name, number, commit, digest or text."
      />
      <FilterBar action={PATH} clearHref={q || kind ? PATH : undefined} label="Search everything">
        <FilterSearch name="q" label="Search for" value={q} placeholder="INC-7, 2025.10.01, CVE-2025-1234 …" />
        <FilterSelect name="kind" label="Kind" value={kind} options={KINDS} allLabel="Everything" />
      </FilterBar>
      <Streamed
        section={SearchResults({ actor, asked: { q, kind, after } })}
        fallback={<TableSkeleton columns={2} rows={6} label="Searching" />}
      />
    </>
  );
}
