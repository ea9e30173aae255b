import { CommandButton } from "@/components/incident/command-button";
import { NothingYet } from "@/components/ui/empty-state";
import { type Actor, can } from "@/lib/core/access";
import type { PostmortemView } from "@/lib/registry/postmortem/view";
import { beginPostmortemAction } from "./actions";

export function NotBegun({ actor, view: { incident } }: { actor: Actor; view: PostmortemView }) {
  const mayBegin = can(actor, "postmortem:write") && !incident.isMerged;
  return (
    <NothingYet
      title="Nobody has begun this postmortem"
      action={
        mayBegin && (
          <CommandButton
            variant="primary"
            action={beginPostmortemAction}
            input={{ incidentId: incident.id }}
            done="The postmortem is begun"
          >
            Begin the postmortem
          </CommandButton>
        )
      }
    >
      {incident.isMerged
        ? "This incident was merged into another one: its postmortem is written there."
        : "It begins with the commander, the impact, the links and the timeline of the incident."}
    </NothingYet>
  );
}
