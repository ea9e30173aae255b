"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { DelegationView } from "@/lib/registry/delegation/queries";
import type { Action } from "@/lib/web/action";

type RevokeProps = { delegation: Pick<DelegationView, "id" | "role" | "from" | "to">; action: Action<unknown> };

/** Ends a delegation at once. */
export function RevokeDelegationDialog({ delegation: { id, role, from, to }, action }: RevokeProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" aria-label={`Take back ${role} from ${to.name}, who acts for ${from.name}`}>
          Take back
        </Button>
      }
      title={`Take ${role} back from ${to.name}?`}
      description={`It ends at once. What ${to.name} has signed on behalf of ${from.name} counts no more for releases that are still to ship.`}
      confirmLabel="Take it back"
      tone="danger"
      action={() => action({ delegationId: id })}
    />
  );
}
