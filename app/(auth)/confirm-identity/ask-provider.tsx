"use client";

import { signIn } from "next-auth/react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FormError } from "@/components/ui/field";

type AskProviderProps = { provider: string; begin: (typed: FormData) => Promise<void> };

/** Goes on to the provider by itself; the button is for when that did not work. */
export function AskProvider({ provider, begin }: AskProviderProps) {
  const [failed, setFailed] = useState(false);
  const asked = useRef(false);

  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    ask(begin).catch(() => setFailed(true));
  }, [begin]);

  function again() {
    setFailed(false);
    ask(begin).catch(() => setFailed(true));
  }

  return (
    <div className="grid gap-4">
      <p role="status">Going on to {provider} …</p>
      <FormError>{failed ? "The server did not answer. Try again." : null}</FormError>
      {failed && <Button onClick={again}>Try again</Button>}
    </div>
  );
}

/** `prompt` and `max_age`: the provider must ask for the credentials anew and say when it did. */
async function ask(begin: AskProviderProps["begin"]): Promise<void> {
  await begin(new FormData());
  await signIn("oidc", { callbackUrl: "/confirm-identity/done" }, { prompt: "login", max_age: "0" });
}
