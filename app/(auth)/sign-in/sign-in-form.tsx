"use client";

import { signIn } from "next-auth/react";
import { type FormEvent, useState, useTransition } from "react";
import { Field, FormError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";

const WRONG = "E-mail or password is wrong.";

export function SignInForm({ back }: { back: string }) {
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    startTransition(async () => {
      const credentials = { email: String(form.get("email")), password: String(form.get("password")) };
      const answer = await signIn("credentials", { ...credentials, redirect: false }).catch(() => null);
      if (answer?.ok) {
        // A whole load: nothing of a session before this one may stay in memory.
        window.location.assign(back);
        return;
      }
      if (!answer) setError("The server did not answer. Try again.");
      else setError(answer.error && answer.error !== "CredentialsSignin" ? answer.error : WRONG);
    });
  }

  // `post`: pressed before the page is alive, the default method would put the password into the address.
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <Field label="E-mail" required>
        <Input name="email" type="email" autoComplete="username" autoFocus />
      </Field>
      <Field label="Password" required>
        <Input name="password" type="password" autoComplete="current-password" />
      </Field>
      <FormError>{error}</FormError>
      <SubmitButton pending={pending} pendingLabel="Signing in…">
        Sign in
      </SubmitButton>
    </form>
  );
}
