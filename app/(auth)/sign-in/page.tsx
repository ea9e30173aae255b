import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthFrame } from "@/components/shell/auth-frame";
import { Alert } from "@/components/ui/alert";
import { sessionPerson } from "@/lib/auth/actor";
import { oidc } from "@/lib/auth/oidc";
import { refusalWords } from "@/lib/core/identity/refusal";
import { backPath, pathOf } from "@/lib/web/back-path";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import { ProviderButton } from "./provider-button";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };
export const dynamic = "force-dynamic";

const CONFIRMATION = "/confirm-identity/done";

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const { back: given, callbackUrl, error } = await readParams(searchParams, ["back", "callbackUrl", "error"]);
  const back = backPath(given ?? pathOf(callbackUrl));
  // Cancelled or failed at the provider while confirming: there is a session, and a form that waits in another window.
  if (error && back.startsWith(CONFIRMATION)) redirect(hrefOf(CONFIRMATION, { error }) as never);
  const person = await sessionPerson();
  if (person && person.memberships.length > 0) redirect(back as never);
  const provider = oidc();
  const problem = refusalWords(error, provider?.name ?? "the identity provider");
  return (
    <AuthFrame title="Sign in" description="With the account that an admin made for you.">
      <div className="grid gap-5">
        {problem && <Alert tone="no-go" title={problem} />}
        <SignInForm back={back} />
        {provider && <ProviderButton provider={provider.name} back={back} />}
      </div>
    </AuthFrame>
  );
}
