import { Instant } from "@/components/time/instant";
import { RESPONSE_ROLES } from "@/lib/core/incident/model";
import type { ResponderChoice } from "@/lib/registry/incident/responder-choices";
import type { IncidentDetail, RoleHolding } from "@/lib/registry/incident/view";
import type { Action } from "@/lib/web/action";
import { CommandButton } from "./command-button";
import { HandOverDialog } from "./role-dialogs";
import { ROLE_WORDS } from "./words";

type RoleListProps = {
  incident: IncidentDetail;
  readerId: string;
  people: readonly ResponderChoice[];
  /** Null: the reader may not, or there is nothing left to lead. */
  actions: { take: Action<unknown>; handOver: Action<unknown>; leave: Action<unknown> } | null;
};

/** Who holds which role since when; to take, to give, to hand over, to leave. */
export function RoleList({ incident, readerId, people, actions }: RoleListProps) {
  return (
    <ul className="divide-y border-y">
      {RESPONSE_ROLES.map((role) => {
        const holding = incident.roles.find((each) => each.role === role);
        const input = { incidentId: incident.id, role };
        const word = ROLE_WORDS[role];
        return (
          <li key={role} className="flex min-h-8 items-center justify-between gap-x-3 py-0.5">
            <div className="min-w-0">
              <span className="text-muted text-sm">{word}</span>{" "}
              <Holder holding={holding} isReader={holding?.personId === readerId} now={incident.now} />
            </div>
            {actions && (
              <div data-no-print="" className="flex shrink-0">
                {holding?.personId === readerId && (
                  <CommandButton {...SMALL} action={actions.leave} input={input} done={`You left: ${word}`}>
                    Leave
                  </CommandButton>
                )}
                <HandOverDialog
                  {...input}
                  holder={holding ? holderOf(holding) : null}
                  people={people.filter(({ mayCommand }) => mayCommand || role !== "commander")}
                  action={actions.handOver}
                />
                {!holding && (
                  <CommandButton {...SMALL} action={actions.take} input={input} done={`You are: ${word}`}>
                    Take<span className="sr-only"> {word}</span>
                  </CommandButton>
                )}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const SMALL = { size: "sm", variant: "ghost" } as const;
const holderOf = ({ personId, name }: RoleHolding) => ({ id: personId, name });

type HolderProps = { holding: RoleHolding | undefined; isReader: boolean; now: string };

function Holder({ holding, isReader, now }: HolderProps) {
  if (!holding) return <span className="text-muted">nobody</span>;
  return (
    <>
      <span className="font-medium">{isReader ? `${holding.name} (you)` : holding.name}</span>{" "}
      <Instant at={holding.since} now={now} prefix="since" className="whitespace-nowrap text-muted text-sm" />
    </>
  );
}

/** Every holding there was, with both of its times. */
export function RoleHistory({ incident: { roleHistory, now } }: { incident: IncidentDetail }) {
  return (
    <ul className="grid gap-1 text-sm">
      {roleHistory.map(({ role, personId, name, since, until }) => (
        <li key={`${role} ${personId} ${since}`}>
          {ROLE_WORDS[role]}: {name}, <Instant at={since} now={now} />
          {until ? (
            <>
              {" "}
              until <Instant at={until} now={now} />
            </>
          ) : (
            " until now"
          )}
        </li>
      ))}
    </ul>
  );
}
