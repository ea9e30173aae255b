"use client";

import { createContext, type ReactNode, useContext } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProviderConfirmation } from "./provider-confirmation";

/** How the reader proves that it is they: with the password, or at the identity provider of this name. */
export type StepUpMethod = { by: "password" } | { by: "provider"; name: string } | { by: "nothing" };

const Method = createContext<StepUpMethod>({ by: "password" });

export function StepUpProvider({ method, children }: { method: StepUpMethod; children: ReactNode }) {
  return <Method value={method}>{children}</Method>;
}

type StepUpFieldProps = {
  /** Of the password. */
  label?: string;
  hint?: string;
  error: string[];
};

/** Asks again who it is, in a form of a signed command. Sent as `password` or `confirmation`. */
export function StepUpField({ label = "Your password", hint = "To confirm that it is you.", error }: StepUpFieldProps) {
  const method = useContext(Method);
  if (method.by === "provider") return <ProviderConfirmation provider={method.name} error={error} />;
  if (method.by === "nothing") {
    return (
      <p role="alert" className="text-no-go">
        You have no password and no identity provider is set up, so you cannot confirm this. Ask an admin for a
        password.
      </p>
    );
  }
  return (
    <Field label={label} hint={hint} error={error} required>
      <Input type="password" name="password" autoComplete="current-password" />
    </Field>
  );
}
