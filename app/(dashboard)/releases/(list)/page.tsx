import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { LoadFailure } from "@/components/page/load-failure";
import { ReleaseTable } from "@/components/release/release-table";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { pageViewer } from "@/lib/auth/page-actor";
import { listEnvironments } from "@/lib/registry/environment/queries";
import { listReleases } from "@/lib/registry/release/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { firstRelease } from "../../first-release";
import { isNarrowed, type ReleaseAddress, readReleaseFilter } from "./filter";
import { ReleaseFilters } from "./release-filters";

export const metadata: Metadata = { title: "Releases" };

const PATH = "/releases";

export default async function ReleasesPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { filter, address, page } = await readReleaseFilter(searchParams);
  const [list, services, environments] = await Promise.all([
    load(listReleases(actor, filter, page)),
    load(serviceChoices(actor)),
    load(listEnvironments(actor)),
  ]);
  return (
    <>
      <PageHeader
        title="Releases"
        description="Every version on its way to an environment, and what the gate last said about it."
        actions={<ExportLinks what="releases" href={hrefOf(`${PATH}/export`, address)} />}
      />
      <ReleaseFilters address={address} services={choices(services)} environments={choices(environments)} />
      {list.ok ? (
        <Found list={list.data} address={address} />
      ) : (
        <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, address)} />
      )}
    </>
  );
}

type FoundProps = { list: Awaited<ReturnType<typeof listReleases>>; address: ReleaseAddress };

function Found({ list, address }: FoundProps) {
  if (list.items.length > 0) {
    return (
      <>
        <ReleaseTable items={list.items} now={list.now} />
        <Pager
          label="Pages of releases"
          newerHref={list.previous ? hrefOf(PATH, { ...address, before: list.previous }) : undefined}
          olderHref={list.next ? hrefOf(PATH, { ...address, after: list.next }) : undefined}
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
