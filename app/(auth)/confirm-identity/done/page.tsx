import type { Metadata } from "next";
import { AuthFrame } from "@/components/shell/auth-frame";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { oidc } from "@/lib/auth/oidc";
import { refusalWords } from "@/lib/core/identity/refusal";
import { readParams, type SearchParams } from "@/lib/web/search-params";
import { TellForm } from "./tell-form";

export const metadata: Metadata = { title: "Confirmation" };
export const dynamic = "force-dynamic";

export default async function ConfirmationDonePage({ searchParams }: { searchParams: SearchParams }) {
  const { confirmed, error } = await readParams(searchParams, ["confirmed", "error"]);
  const name = oidc()?.name ?? "The identity provider";
  if (!confirmed) {
    return (
      <AuthFrame title="Not confirmed">
        <div className="grid gap-4">
          <Alert tone="no-go" title={refusalWords(error ?? "failed", name)} />
          <ButtonLink href="/confirm-identity" variant="primary">
            Try again
          </ButtonLink>
        </div>
      </AuthFrame>
    );
  }
  return (
    <AuthFrame title="Confirmed" description="Close this window and go on in the one that you came from.">
      <TellForm confirmation={confirmed} />
    </AuthFrame>
  );
}
