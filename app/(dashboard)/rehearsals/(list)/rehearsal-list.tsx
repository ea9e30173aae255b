import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { RehearsalTable } from "@/components/rehearsal/rehearsal-table";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { Pager } from "@/components/ui/pager";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { Actor } from "@/lib/core/access";
import { listEnvironments } from "@/lib/registry/environment/queries";
import { listRehearsals, type RehearsalFilter } from "@/lib/registry/rehearsal/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf } from "@/lib/web/search-params";

const PATH = "/rehearsals";
const OUTCOMES = ["passed", "failed", "aborted"].map((value) => ({ value, label: value }));

type RehearsalListProps = {
  actor: Actor;
  filter: RehearsalFilter;
  page: { after?: string; before?: string };
};

export async function RehearsalList({ actor, filter, page }: RehearsalListProps) {
  const list = load(listRehearsals(actor, { ...filter, ...page }));
  const [services, environments] = await Promise.all([load(serviceChoices(actor)), load(listEnvironments(actor))]);
  const filtered = Object.keys(filter).length > 0;
  return (
    <>
      <FilterBar action={PATH} clearHref={filtered ? PATH : undefined}>
        <FilterSelect name="service" label="Service" value={filter.service} options={choices(services)} />
        <FilterSelect
          name="environment"
          label="Environment"
          value={filter.environment}
          options={choices(environments)}
        />
        <FilterSelect name="outcome" label="Outcome" value={filter.outcome} options={OUTCOMES} />
      </FilterBar>
      <Streamed
        section={Found({ list, filter })}
        fallback={<TableSkeleton columns={7} label="Loading the rehearsals" />}
      />
    </>
  );
}

type FoundProps = { list: Loading<typeof listRehearsals>; filter: RehearsalFilter };

async function Found({ list: pending, filter }: FoundProps) {
  const list = await pending;
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, filter)} />;
  const { items, previous, next, now } = list.data;
  if (items.length > 0) {
    return (
      <>
        <RehearsalTable items={items} now={now} />
        <Pager
          label="Pages of rehearsals"
          newerHref={previous ? hrefOf(PATH, { ...filter, before: previous }) : undefined}
          olderHref={next ? hrefOf(PATH, { ...filter, after: next }) : undefined}
        />
      </>
    );
  }
  if (Object.keys(filter).length > 0) return <NoMatch clearHref={PATH} />;
  return (
    <NothingYet
      title="No rehearsal has been recorded yet"
      snippet="readiness submit rehearsal rehearsal.json"
      snippetLabel="command"
    >
      People record them here, pipelines send them.
    </NothingYet>
  );
}
