import { SeverityMark } from "@/components/incident/incident-status";
import { ROLE_WORDS } from "@/components/incident/words";
import { DeadlineStatus } from "@/components/postmortem/deadline-status";
import { DEADLINE_WORDS } from "@/components/postmortem/words";
import { Due } from "@/components/time/due";
import { Instant } from "@/components/time/instant";
import { TextLink } from "@/components/ui/text-link";
import { urgencyOf } from "@/lib/core/overview/urgency";
import type { MyIncident } from "@/lib/registry/overview/my-incidents";
import type { DuePostmortem } from "@/lib/registry/postmortem/view";
import type { Need, NeedGroup } from "./need-group";

/** Open incidents that the reader answers, and those that nobody has acknowledged. */
export function incidentNeeds({ items, now }: { items: readonly MyIncident[]; now: string }): NeedGroup {
  const needs = items.map((item): Need => {
    const { id, reference, title, severity, roles, unacknowledgedSince, updateDueAt } = item;
    const updateUrgency = updateDueAt ? urgencyOf(new Date(updateDueAt), new Date(now)) : "waiting";
    return {
      key: id,
      // Nobody is on it yet, and every minute counts.
      urgency: unacknowledgedSince ? "late" : updateUrgency,
      what: (
        <>
          <SeverityMark severity={severity} />{" "}
          <TextLink href={`/incidents/${id}`}>
            {reference} {title}
          </TextLink>{" "}
          <span className="text-muted">{roles.map((role) => `you: ${ROLE_WORDS[role]}`).join(", ")}</span>
        </>
      ),
      when: <Owed incident={item} now={now} />,
    };
  });
  return {
    id: "incidents",
    title: "Incidents",
    most: 50,
    needs,
    all: { href: "/incidents?state=open", label: "All open incidents" },
  };
}

function Owed({ incident, now }: { incident: MyIncident; now: string }) {
  const { unacknowledgedSince, updateDueAt, detectedAt } = incident;
  if (unacknowledgedSince) {
    return <Instant at={unacknowledgedSince} now={now} prefix="not acknowledged, declared" className="text-no-go" />;
  }
  if (updateDueAt) {
    return (
      <span className="text-muted">
        next update <Due at={updateDueAt} now={now} />
      </span>
    );
  }
  return <Instant at={detectedAt} now={now} prefix="began" className="text-muted" />;
}

type Owing = { items: readonly DuePostmortem[]; now: string };

/** What the reader owes after incidents, as their commander or as a reviewer. */
export function ownPostmortemNeeds({ items, now }: Owing): NeedGroup {
  const own = items.filter(({ isYours }) => isYours);
  return { id: "own-postmortems", title: "Postmortems owed", needs: needsOf(own, now) };
}

/** What others owe, and should have given by now. */
export function otherPostmortemNeeds({ items, now }: Owing): NeedGroup {
  const others = items.filter(({ isYours }) => !isYours);
  return { id: "other-postmortems", title: "Postmortems owed by others", needs: needsOf(others, now) };
}

function needsOf(items: readonly DuePostmortem[], now: string): Need[] {
  return items.map(({ incidentId, reference, title, commander, deadline, by, isOverdue }): Need => {
    return {
      key: incidentId,
      urgency: isOverdue ? "late" : urgencyOf(new Date(by), new Date(now)),
      what: (
        <>
          <TextLink href={`/incidents/${incidentId}/postmortem`}>
            {reference} {title}
          </TextLink>{" "}
          <span className="text-muted">{commander ?? "no commander"}</span>
        </>
      ),
      when: (
        <span className="flex flex-wrap items-center gap-x-3">
          <span className="text-muted">{DEADLINE_WORDS[deadline].owed}</span>
          <DeadlineStatus at={by} state={isOverdue ? "overdue" : "due"} now={now} />
        </span>
      ),
    };
  });
}
