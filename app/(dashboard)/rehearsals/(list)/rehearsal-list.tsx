import { LoadFailure } from "@/components/page/load-failure";
import { RehearsalTable } from "@/components/rehearsal/rehearsal-table";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { Pager } from "@/components/ui/pager";
import type { Actor } from "@/lib/core/access";
import { listEnvironments } from "@/lib/registry/environment/queries";
import { listRehearsals, type RehearsalFilter } from "@/lib/registry/rehearsal/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { load } from "@/lib/web/load";
import { hrefOf } from "@/lib/web/search-params";

const PATH = "/rehearsals";
const OUTCOMES = ["passed", "failed", "aborted"].map((value) => ({ value, label: value }));

type RehearsalListProps = {
  actor: Actor;
  filter: RehearsalFilter;
  page: { after?: string; before?: string };
};

export async function RehearsalList({ actor, filter, page }: RehearsalListProps) {
  const [list, services, environments] = await Promise.all([
    load(listRehearsals(actor, { ...filter, ...page })),
    load(serviceChoices(actor)),
    load(listEnvironments(actor)),
  ]);
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
      {list.ok ? (
        <Found list={list.data} filter={filter} />
      ) : (
        <LoadFailure failure={list.failure} retryHref={hrefOf(PATH, filter)} />
      )}
    </>
  );
}

type FoundProps = { list: Awaited<ReturnType<typeof listRehearsals>>; filter: RehearsalFilter };

function Found({ list, filter }: FoundProps) {
  if (list.items.length > 0) {
    return (
      <>
        <RehearsalTable items={list.items} now={list.now} />
        <Pager
          label="Pages of rehearsals"
          newerHref={list.previous ? hrefOf(PATH, { ...filter, before: list.previous }) : undefined}
          olderHref={list.next ? hrefOf(PATH, { ...filter, after: list.next }) : undefined}
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
