import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthFrame } from "@/components/shell/auth-frame";
import { sessionPerson } from "@/lib/auth/actor";
import { backPath } from "./back-path";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };
export const dynamic = "force-dynamic";

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const back = backPath((await searchParams).back);
  const person = await sessionPerson();
  if (person && person.memberships.length > 0) redirect(back as never);
  return (
    <AuthFrame title="Sign in" description="With the account that an admin made for you.">
      <SignInForm back={back} />
    </AuthFrame>
  );
}
