"use client";

import { StepUpField } from "@/components/form/step-up";
import { CommandDialog } from "@/components/incident/command-dialog";
import { Button } from "@/components/ui/button";
import { Digest } from "@/components/ui/digest";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { Action } from "@/lib/web/action";

type DialogProps = { reviewId: string; quarter: string; action: Action<unknown> };

/** `digest`: of what the reader sees. Anything else is refused. */
export function SignOffDialog({ reviewId, quarter, digest, primary, action }: SignOffProps) {
  return (
    <CommandDialog
      trigger={<Button variant={primary ? "primary" : "secondary"}>Sign off…</Button>}
      title={`Sign off ${quarter}`}
      description={
        <>
          You sign exactly what this review shows: <Digest value={digest} copy={false} what="signed content" />. If
          anything in it changes, it has to be signed again.
        </>
      }
      action={action}
      fields={["printedName", "password"]}
      input={(typed) => ({
        reviewId,
        digest,
        printedName: typed.get("printedName"),
        password: typed.get("password"),
      })}
      submitLabel="Sign off"
      pendingLabel="Signing…"
      done="You have signed off the review"
    >
      {(errorOf) => (
        <>
          <Field label="Your name" hint="As it is to stand under the review" error={errorOf("printedName")} required>
            <Input name="printedName" autoComplete="name" maxLength={200} />
          </Field>
          <StepUpField hint="The sign-off is signed with it." error={errorOf("password")} />
        </>
      )}
    </CommandDialog>
  );
}
type SignOffProps = DialogProps & { digest: string; primary: boolean };

export function CompleteDialog({ reviewId, quarter, primary, action }: DialogProps & { primary: boolean }) {
  return (
    <CommandDialog
      trigger={<Button variant={primary ? "primary" : "secondary"}>Complete…</Button>}
      title={`Complete the review of ${quarter}`}
      description="What was signed is kept as it is. A completed review is not changed any more."
      action={action}
      fields={["conclusion"]}
      input={(typed) => ({ reviewId, conclusion: typed.get("conclusion") || undefined })}
      submitLabel="Complete review"
      pendingLabel="Completing…"
      done="The review is completed"
    >
      {(errorOf) => (
        <Field label="Conclusion" hint="What the next quarter should do differently" error={errorOf("conclusion")}>
          <Textarea name="conclusion" rows={4} maxLength={5000} />
        </Field>
      )}
    </CommandDialog>
  );
}

export function NoteDialog({ reviewId, quarter, action }: DialogProps) {
  return (
    <CommandDialog
      trigger={<Button size="sm">Add a note…</Button>}
      title={`Note in the review of ${quarter}`}
      action={action}
      fields={["text"]}
      input={(typed) => ({ reviewId, text: typed.get("text") })}
      submitLabel="Add note"
      pendingLabel="Adding…"
      done="The note is added"
    >
      {(errorOf) => (
        <Field label="Note" error={errorOf("text")} required>
          <Textarea name="text" rows={4} maxLength={5000} />
        </Field>
      )}
    </CommandDialog>
  );
}
