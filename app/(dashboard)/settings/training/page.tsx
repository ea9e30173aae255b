import type { Metadata } from "next";
import { FirstNextPager } from "@/components/page/first-next-pager";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { RecordTrainingDialog } from "@/components/training/record-dialog";
import { RevokeTrainingDialog } from "@/components/training/revoke-dialog";
import { TrainingTable } from "@/components/training/training-table";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import { ButtonSkeleton, TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, type PersonActor, rolesWith } from "@/lib/core/access";
import { approvalMatrix } from "@/lib/registry/environment/matrix-queries";
import { personChoices } from "@/lib/registry/person/choices";
import { listTrainings, type TrainingView } from "@/lib/registry/training/queries";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import { recordTrainingAction, revokeTrainingAction } from "./actions";

export const metadata: Metadata = { title: "Training" };

const PATH = "/settings/training";
const STATES = [
  { value: "valid", label: "Valid" },
  { value: "expiring", label: "Expires soon" },
  { value: "expired", label: "Expired" },
  { value: "revoked", label: "Revoked" },
];

export default async function TrainingPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { after, ...filter } = await readParams(searchParams, ["q", "state", "after"]);
  const manages = can(actor, "person:manage");
  const list = load(listTrainings(actor, { ...filter, after }));
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <SettingsFrame
      current={PATH}
      description={aboutFor(manages)}
      actions={manages && <Streamed section={RecordButton({ actor })} fallback={<ButtonSkeleton />} />}
    >
      <FilterBar action={PATH} clearHref={isFiltered ? PATH : undefined}>
        <FilterSearch name="q" label="Person or training" value={filter.q} />
        <FilterSelect name="state" label="State" value={filter.state} options={STATES} />
      </FilterBar>
      <Streamed
        section={Found({ list, filter, after, manages })}
        fallback={<TableSkeleton columns={manages ? 6 : 5} label="Loading the training records" />}
      />
    </SettingsFrame>
  );
}

type FoundProps = {
  list: Loading<typeof listTrainings>;
  filter: { q?: string; state?: string };
  after?: string;
  manages: boolean;
};

async function Found({ list: pending, filter, after, manages }: FoundProps) {
  const list = await pending;
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={PATH} />;
  const { items, next, now } = list.data;
  if (items.length === 0) return Object.keys(filter).length > 0 ? <NoMatch clearHref={PATH} /> : <NoRecords />;
  return (
    <>
      <TrainingTable items={items} now={now} actionsOf={manages ? revocation : undefined} />
      <FirstNextPager
        label="Pages of training records"
        firstHref={after && hrefOf(PATH, filter)}
        nextHref={next ? hrefOf(PATH, { ...filter, after: next }) : undefined}
      />
    </>
  );
}

function aboutFor(manages: boolean): string {
  const what = "Trainings that roles of the approval matrix can ask for.";
  if (manages) return what;
  return `${what} These are your own; recording them takes the role ${rolesWith("person:manage").join(" or ")}.`;
}

function NoRecords() {
  return (
    <NothingYet title="No training is recorded yet">
      Record who completed which training, then ask for it in a row of the approval matrix.
    </NothingYet>
  );
}

async function RecordButton({ actor }: { actor: PersonActor }) {
  const [people, matrix] = await Promise.all([load(personChoices(actor)), load(approvalMatrix(actor))]);
  if (!people.ok) return null;
  const trainings = matrix.ok ? matrix.data.trainings : [];
  return <RecordTrainingDialog people={people.data} trainings={trainings} action={recordTrainingAction} />;
}

function revocation({ id, training, person, state }: TrainingView) {
  return (
    state !== "revoked" && <RevokeTrainingDialog record={{ id, training, person }} action={revokeTrainingAction} />
  );
}
