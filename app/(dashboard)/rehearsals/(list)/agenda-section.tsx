import { LoadFailure } from "@/components/page/load-failure";
import { AgendaList } from "@/components/rehearsal/agenda-list";
import { FreshnessTable } from "@/components/rehearsal/freshness-table";
import { PlanDialog } from "@/components/rehearsal/plan-dialog";
import type { PlanningChoices } from "@/components/rehearsal/planning-choices";
import { ProgrammeDialog } from "@/components/rehearsal/programme-dialog";
import { CancelDialog, MoveDialog } from "@/components/rehearsal/session-dialogs";
import { Alert } from "@/components/ui/alert";
import { NothingYet } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { can, type PersonActor } from "@/lib/core/access";
import { LOCALE } from "@/lib/core/locale";
import { ownerChoices } from "@/lib/registry/action-item/queries";
import { type AgendaItem, type RehearsalAgenda, rehearsalAgenda } from "@/lib/registry/rehearsal/agenda";
import type { FreshnessView } from "@/lib/registry/rehearsal/freshness";
import { load } from "@/lib/web/load";
import {
  cancelSessionAction,
  endProgrammeAction,
  moveSessionAction,
  planSessionAction,
  setProgrammeAction,
} from "../actions";

/** When rehearsals are due and planned, and how fresh every place is; with what a planner can do about it. */
export async function AgendaSection({ actor }: { actor: PersonActor }) {
  const mayPlan = can(actor, "rehearsal:plan");
  const [found, people] = await Promise.all([load(rehearsalAgenda(actor)), mayPlan ? load(ownerChoices(actor)) : null]);
  if (!found.ok) {
    return (
      <Section title="Coming up">
        <LoadFailure failure={found.failure} retryHref="/rehearsals" />
      </Section>
    );
  }
  const view = found.data;
  const planning = mayPlan ? choicesOf(view.freshness, people?.ok ? people.data : []) : null;
  return (
    <>
      <Section
        title="Coming up"
        description="The next eight weeks. Due dates are days in UTC; sessions are in the zone that they were planned in."
        actions={planning && <PlanDialog choices={planning} action={planSessionAction} />}
      >
        <ComingUp view={view} planning={planning} />
      </Section>
      <Section title="Freshness" description={ruleText(view.freshness)}>
        <Freshness view={view.freshness} planning={planning} />
      </Section>
    </>
  );
}

function choicesOf({ services }: FreshnessView, people: PlanningChoices["people"]): PlanningChoices {
  const cells = services[0]?.cells ?? [];
  return {
    services: services.map(({ id, slug }) => ({ id, slug })),
    environments: cells.map(({ environmentId, environment }) => ({ id: environmentId, slug: environment })),
    people,
  };
}

function ComingUp({ view: { agenda, now }, planning }: { view: RehearsalAgenda; planning: PlanningChoices | null }) {
  if (agenda.overdue.length === 0 && agenda.days.length === 0) {
    return (
      <NothingYet title="Nothing is due in the next eight weeks">
        Services with a release in production are due by the policy's age limit, others by a programme.
      </NothingYet>
    );
  }
  const actionsOf = (item: AgendaItem) => planning && <ItemActions item={item} planning={planning} />;
  return (
    <div className="grid gap-5">
      {agenda.overdue.length > 0 && (
        <div>
          <h3 className="mb-1 font-medium">
            Overdue or missed <span className="font-normal text-muted tabular-nums">{agenda.overdue.length}</span>
          </h3>
          <AgendaList items={agenda.overdue} now={now} actionsOf={actionsOf} />
        </div>
      )}
      {agenda.days.map(({ on, items }) => (
        <div key={on}>
          <h3 className="mb-1 font-medium">
            <time dateTime={on}>{dayHeading.format(new Date(`${on}T00:00:00Z`))}</time>
          </h3>
          <AgendaList items={items} now={now} actionsOf={actionsOf} />
        </div>
      ))}
    </div>
  );
}

const dayHeading = new Intl.DateTimeFormat(LOCALE, {
  timeZone: "UTC",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

function ItemActions({ item, planning }: { item: AgendaItem; planning: PlanningChoices }) {
  if (item.kind === "session" && item.state === "planned") {
    return (
      <>
        <MoveDialog session={item} people={planning.people} action={moveSessionAction} />
        <CancelDialog session={item} action={cancelSessionAction} />
      </>
    );
  }
  if (item.kind === "due" && item.session) return null;
  const { serviceId, service, environmentId, environment } = item;
  return (
    <PlanDialog
      choices={planning}
      place={{ serviceId, service, environmentId, environment }}
      action={planSessionAction}
    />
  );
}

function ruleText({ maxAgeDays, required }: FreshnessView): string | undefined {
  if (maxAgeDays === null) return undefined;
  const rule = `The policy in force asks for a passed rehearsal at most ${maxAgeDays} days old.`;
  return required ? rule : `${rule} It does not let the gate block for it.`;
}

function Freshness({ view, planning }: { view: FreshnessView; planning: PlanningChoices | null }) {
  if (view.services.length === 0) {
    return <NothingYet title="There is no service yet">An admin adds services under Settings.</NothingYet>;
  }
  const { maxAgeDays } = view;
  return (
    <>
      {maxAgeDays === null && (
        <Alert tone="unknown" title="Freshness is unknown" className="mb-4">
          No gate policy is in force that says how old a rehearsal may be.
        </Alert>
      )}
      <FreshnessTable
        view={view}
        actionOf={(place, programme) =>
          planning &&
          maxAgeDays !== null && (
            <ProgrammeDialog
              {...{ place, programme, maxAgeDays }}
              people={planning.people}
              setAction={setProgrammeAction}
              endAction={endProgrammeAction}
            />
          )
        }
      />
    </>
  );
}
