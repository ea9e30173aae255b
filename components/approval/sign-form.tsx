"use client";

import { Check, LoaderCircle, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { useCommandForm } from "@/components/form/use-command-form";
import { ExactTime } from "@/components/time/zone";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/field";
import { authorityOf } from "./authority-text";
import { SignFields } from "./sign-fields";
import type { SignAction, Signed, Signing } from "./signing";

type Decision = "approve" | "reject";
type SignFormProps = {
  releaseId: string;
  manifestDigest: string | null;
  signing: Signing;
  /** What was typed stays, but nothing can be sent until the reader has seen what changed. */
  isPaused: boolean;
  signerName: string;
  action: SignAction;
  onSigned: () => void;
};

const FIELDS = ["role", "reason", "printedName", "password"] as const;

/** Both decisions are always there; nothing is shown as signed before the server has confirmed it. */
export function SignForm(props: SignFormProps) {
  const { releaseId, manifestDigest, signing, isPaused, signerName, action, onSigned } = props;
  const { bar } = signing;
  const [signed, setSigned] = useState<Signed | null>(null);
  const router = useRouter();
  const decision = useRef<Decision>("approve");
  const barId = useId();
  const command = useCommandForm({
    action: async (input) => {
      const result = await action(input);
      // The manifest, the roles or the signatures are not what this page shows: fetch what they are now.
      if (!result.ok && (result.error.code === "conflict" || result.error.code === "forbidden")) router.refresh();
      return result;
    },
    fields: FIELDS,
    input: (typed) => ({
      releaseId,
      manifestDigest,
      decision: decision.current,
      ...authorityOf(signing.authorities, typed.get("role")),
      reason: typed.get("reason") || undefined,
      printedName: typed.get("printedName"),
      password: typed.get("password"),
    }),
    done: (data) => {
      setSigned(data);
      onSigned();
    },
  });
  if (signed) return <Confirmed signed={signed} />;
  const isBarred = bar !== null || manifestDigest === null;
  const button = {
    isDisabled: isBarred || isPaused,
    pending: command.pending,
    chosen: decision,
    describedBy: bar ? barId : undefined,
  };
  return (
    <form {...command.form} className="grid gap-3">
      {/* Enter in a field would press the first button: this one does nothing, so that both decisions are pressed knowingly. */}
      <button type="submit" disabled hidden />
      {bar && (
        <p id={barId} className="rounded-md border border-info-line bg-info-soft px-3 py-2">
          {bar}
        </p>
      )}
      {!isBarred && (
        <fieldset disabled={isPaused} className="grid gap-3">
          <SignFields signing={signing} signerName={signerName} errorOf={command.errorOf} />
        </fieldset>
      )}
      <FormError>{command.formError}</FormError>
      <div className="grid grid-cols-2 gap-2">
        <DecisionButton kind="approve" {...button} />
        <DecisionButton kind="reject" {...button} />
      </div>
      <p role="status" className="text-muted text-sm empty:hidden">
        {command.pending ? "Signing: not recorded yet …" : ""}
      </p>
    </form>
  );
}

type DecisionButtonProps = {
  kind: Decision;
  isDisabled: boolean;
  pending: boolean;
  chosen: { current: Decision };
  describedBy?: string;
};

function DecisionButton({ kind, isDisabled, pending, chosen, describedBy }: DecisionButtonProps) {
  const Icon = kind === "approve" ? Check : X;
  const isRunning = pending && chosen.current === kind;
  return (
    <Button
      type="submit"
      size="lg"
      variant={kind === "approve" ? "primary" : "danger"}
      disabled={isDisabled}
      aria-disabled={pending || undefined}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else chosen.current = kind;
      }}
    >
      {isRunning ? <LoaderCircle aria-hidden className="animate-spin" /> : <Icon aria-hidden />}
      {kind === "approve" ? "Approve" : "Reject"}
    </Button>
  );
}

function Confirmed({ signed }: { signed: Signed }) {
  const word = signed.decision === "approve" ? "approval" : "rejection";
  return (
    <Alert tone={signed.decision === "approve" ? "go" : "no-go"} title={`Your ${word} is recorded`} live>
      Signed <ExactTime at={signed.signedAt} />.
    </Alert>
  );
}
