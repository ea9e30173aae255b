import type { Metadata } from "next";
import { AuthFrame } from "@/components/shell/auth-frame";
import { Alert } from "@/components/ui/alert";
import { oidc } from "@/lib/auth/oidc";
import { pageViewer } from "@/lib/auth/page-actor";
import { beginConfirmationAction } from "./actions";
import { AskProvider } from "./ask-provider";

export const metadata: Metadata = { title: "Confirm that it is you" };
export const dynamic = "force-dynamic";

/** Opened beside a form that is to be signed, which keeps what was typed in it. */
export default async function ConfirmIdentityPage() {
  const { actor } = await pageViewer();
  const provider = oidc();
  return (
    <AuthFrame title="Confirm that it is you" description={`You are signed in as ${actor.name}.`}>
      {provider ? (
        <AskProvider provider={provider.name} begin={beginConfirmationAction} />
      ) : (
        <Alert tone="no-go" title="No identity provider is set up">
          Ask an admin for a password.
        </Alert>
      )}
    </AuthFrame>
  );
}
