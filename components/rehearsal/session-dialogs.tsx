"use client";

import { CommandForm } from "@/components/form/command-form";
import { FormDialog } from "@/components/form/form-dialog";
import { useCommandForm } from "@/components/form/use-command-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { SessionView } from "@/lib/registry/rehearsal/sessions";
import type { Action } from "@/lib/web/action";
import type { PlanningChoices } from "./planning-choices";
import { SESSION_FIELDS, SessionFields, sessionFrom } from "./session-fields";

type Session = Pick<SessionView, "id" | "service" | "environment" | "localTime" | "zone" | "leadId" | "note">;
type MoveProps = { session: Session; people: PlanningChoices["people"]; action: Action<unknown> };

const whereOf = ({ service, environment }: Session) => `${service} in ${environment}`;

export function MoveDialog(props: MoveProps) {
  const where = whereOf(props.session);
  return (
    <FormDialog
      trigger={
        <Button size="sm">
          Move …<span className="sr-only"> the session of {where}</span>
        </Button>
      }
      title="Move this session"
      description={`Of ${where}. Calendars that subscribed follow.`}
    >
      {(close) => <MoveForm {...props} close={close} />}
    </FormDialog>
  );
}

function MoveForm({ session, people, action, close }: MoveProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: SESSION_FIELDS,
    input: (typed) => ({ sessionId: session.id, ...sessionFrom(typed) }),
    done() {
      toast.success("The session is moved");
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Move session" pendingLabel="Moving …" onCancel={close}>
      <SessionFields errorOf={command.errorOf} people={people} session={session} />
    </CommandForm>
  );
}

type CancelProps = { session: Session; action: Action<unknown> };

export function CancelDialog(props: CancelProps) {
  const where = whereOf(props.session);
  return (
    <FormDialog
      trigger={
        <Button size="sm">
          Cancel …<span className="sr-only"> the session of {where}</span>
        </Button>
      }
      title="Cancel this session?"
      description={`Of ${where}. When the next rehearsal is due stays as it is.`}
    >
      {(close) => <CancelForm {...props} close={close} />}
    </FormDialog>
  );
}

function CancelForm({ session, action, close }: CancelProps & { close: () => void }) {
  const command = useCommandForm({
    action,
    fields: ["reason"],
    input: (typed) => ({ sessionId: session.id, reason: typed.get("reason") }),
    done() {
      toast.success("The session is cancelled");
      close();
    },
  });
  return (
    <CommandForm command={command} submitLabel="Cancel session" pendingLabel="Saving …" tone="danger" onCancel={close}>
      <Field label="Reason" error={command.errorOf("reason")} required>
        <Textarea name="reason" rows={2} maxLength={2000} />
      </Field>
    </CommandForm>
  );
}
