import { CommandButton } from "@/components/incident/command-button";
import { CloseDialog, ReopenDialog, ResolveDialog } from "@/components/incident/end-dialogs";
import { type Actor, can, rolesWith } from "@/lib/core/access";
import { isOpen } from "@/lib/core/incident/model";
import { type IncidentStep, nextSteps } from "@/lib/core/incident/states";
import type { IncidentDetail } from "@/lib/registry/incident/view";
import {
  acknowledgeIncidentAction,
  closeIncidentAction,
  moveIncidentAction,
  reopenIncidentAction,
  resolveIncidentAction,
  takeRoleAction,
} from "../actions";

type StateBarProps = { incident: IncidentDetail; actor: Actor };

/** What can be done next, first on every screen; the likeliest stands out. Who may do nothing is told who may. */
export function StateBar({ incident, actor }: StateBarProps) {
  const steps = nextSteps(incident.state);
  if (steps.length === 0) return null;
  const leads = can(actor, "incident:command");
  const moves = can(actor, "incident:resolve");
  const notes = can(actor, "incident:note");
  if (!leads && !moves && !notes) {
    return (
      <p className="mb-5 text-muted">
        You may read this incident. Answering it takes one of the roles {rolesWith("incident:resolve").join(", ")}.
      </p>
    );
  }
  const open = isOpen(incident.state);
  const leaderless = open && incident.commander === null;
  const next = leads && leaderless ? "lead" : likeliest(incident, moves);
  return (
    <div data-no-print="" className="mb-5 flex flex-wrap items-center gap-2">
      {leads && leaderless && <TakeCommand incidentId={incident.id} />}
      {notes && open && !isOnIt(incident, actor) && (
        <CommandButton
          variant={next === "acknowledge" ? "primary" : "secondary"}
          action={acknowledgeIncidentAction}
          input={{ incidentId: incident.id }}
          done="You are on it"
        >
          Acknowledge
        </CommandButton>
      )}
      {moves && <Moves incident={incident} steps={steps} next={next} />}
      {leads && <Ends incident={incident} steps={steps} />}
    </div>
  );
}

type Next = IncidentStep | "lead" | null;

/** What stands out: the next stage, and to acknowledge for whoever may not move the incident on. */
function likeliest({ state }: IncidentDetail, moves: boolean): Next {
  if (state === "declared" || !moves) return "acknowledge";
  if (state === "acknowledged") return "mitigating";
  if (state === "mitigating") return "mitigated";
  return state === "mitigated" ? "resolve" : null;
}

function TakeCommand({ incidentId }: { incidentId: string }) {
  return (
    <CommandButton
      variant="primary"
      action={takeRoleAction}
      input={{ incidentId, role: "commander" }}
      done="You are in command"
    >
      Take command
    </CommandButton>
  );
}

/** Whether the reader has said so already, or holds a role in an incident that was acknowledged. */
function isOnIt({ acknowledgements, acknowledgedAt, roles }: IncidentDetail, { id }: Actor): boolean {
  if (acknowledgements.some(({ byId }) => byId === id)) return true;
  return acknowledgedAt !== null && roles.some(({ personId }) => personId === id);
}

type PartProps = { incident: IncidentDetail; steps: readonly IncidentStep[] };

function Moves({ incident, steps, next }: PartProps & { next: Next }) {
  const incidentId = incident.id;
  const look = (step: IncidentStep) => (next === step ? "primary" : "secondary");
  return (
    <>
      {steps.includes("mitigating") && (
        <CommandButton
          variant={look("mitigating")}
          action={moveIncidentAction}
          input={{ incidentId, state: "mitigating" }}
          done={`${incident.reference} is being mitigated`}
        >
          {incident.state === "mitigated" ? "Mitigate again" : "Start mitigating"}
        </CommandButton>
      )}
      {steps.includes("mitigated") && (
        <CommandButton
          variant={look("mitigated")}
          action={moveIncidentAction}
          input={{ incidentId, state: "mitigated" }}
          done={`${incident.reference} is mitigated`}
        >
          Mark as mitigated
        </CommandButton>
      )}
      {steps.includes("resolve") && (
        <ResolveDialog
          incidentId={incidentId}
          reference={incident.reference}
          primary={next === "resolve"}
          consequence={consequenceOf(incident)}
          action={resolveIncidentAction}
        />
      )}
    </>
  );
}

function consequenceOf({ severity, postmortemRequired }: IncidentDetail): string {
  const gate = severity === "sev1" ? "It stops blocking releases at once." : "Its clock stops.";
  return postmortemRequired ? `${gate} The postmortem is due from then on.` : gate;
}

function Ends({ incident: { id, reference }, steps }: PartProps) {
  return (
    <>
      {steps.includes("close") && <CloseDialog incidentId={id} reference={reference} action={closeIncidentAction} />}
      {steps.includes("reopen") && <ReopenDialog incidentId={id} reference={reference} action={reopenIncidentAction} />}
    </>
  );
}
