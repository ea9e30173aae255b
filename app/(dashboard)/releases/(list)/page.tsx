import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { ReleaseTable } from "@/components/release/release-table";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { listEnvironments } from "@/lib/registry/environment/queries";
import { listReleases } from "@/lib/registry/release/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { firstRelease } from "../../first-release";
import { isNarrowed, type ReleaseAddress, readReleaseFilter } from "./filter";
import { ReleaseFilters } from "./release-filters";

export const metadata: Metadata = { title: "Releases" };

const PATH = "/releases";

export default async function ReleasesPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { filter, address, page } = await readReleaseFilter(searchParams);
  const list = load(listReleases(actor, filter, page));
  const [services, environments] = await Promise.all([load(serviceChoices(actor)), load(listEnvironments(actor))]);
  return (
    <>
      <PageHeader
        title="Releases"
        description="Every version on its way to an environment, and what the gate last said about it."
        actions={<ExportLinks what="releases" href={hrefOf(`${PATH}/export`, address)} />}
      />
      <ReleaseFilters address={address} services={choices(services)} environments={choices(environments)} />
      <Streamed
        section={Found({ list, address })}
        fallback={<TableSkeleton columns={6} label="Loading the releases" />}
      />
    </>
  );
}

type FoundProps = { list: Loading<typeof listReleases>; address: ReleaseAddress };

async function Found({ list: pending, address }: FoundProps) {
  const list = await pending;
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, address)} />;
  const { items, previous, next, now } = list.data;
  if (items.length > 0) {
    return (
      <>
        <ReleaseTable items={items} now={now} />
        <Pager
          label="Pages of releases"
          newerHref={previous ? hrefOf(PATH, { ...address, before: previous }) : undefined}
          olderHref={next ? hrefOf(PATH, { ...address, after: next }) : undefined}
        />
      </>
    );
  }
  if (isNarrowed(address)) return <NoMatch clearHref={PATH} />;
  return (
    <NothingYet title="No release yet" snippet={firstRelease()} snippetLabel="command">
      An admin adds a service and a token under Settings; then a pipeline, or you, creates the first release.
    </NothingYet>
  );
}
