import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { PolicySettings } from "@/components/settings/policy-settings";
import { PolicyTable } from "@/components/settings/policy-table";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { CodeSnippet } from "@/components/ui/code-snippet";
import { Details } from "@/components/ui/details";
import { Digest } from "@/components/ui/digest";
import { KeyValue } from "@/components/ui/key-value";
import { pageViewer } from "@/lib/auth/page-actor";
import { type PolicyView, policyView } from "@/lib/registry/policy/queries";
import { load } from "@/lib/web/load";

export const metadata: Metadata = { title: "Gate policy" };

const PATH = "/settings/policy";

export default async function PolicyPage() {
  const { actor } = await pageViewer();
  const found = await load(policyView(actor));
  return (
    <SettingsFrame current={PATH} description="What the gate asks of every release.">
      {found.ok ? <InForce view={found.data} /> : <LoadFailure failure={found.failure} retryHref={PATH} />}
    </SettingsFrame>
  );
}

function InForce({ view }: { view: PolicyView | null }) {
  if (!view?.policy) {
    return (
      <Alert tone="no-go" title="No policy is in force">
        The gate denies every release until there is one.
      </Alert>
    );
  }
  return (
    <div className="grid gap-8">
      <p className="flex flex-wrap gap-x-6 gap-y-1">
        <KeyValue label="Version">{view.version}</KeyValue>
        <KeyValue label="In force since">
          <Instant at={view.since} now={view.now} />
        </KeyValue>
        <KeyValue label="Digest">
          <Digest value={view.digest} what="policy digest" />
        </KeyValue>
      </p>
      <PolicySettings policy={view.policy} />
      <PolicyTable policy={view.policy} />
      <Details summary="As it was written">
        <CodeSnippet code={JSON.stringify(view.document, null, 2)} label="policy document" />
      </Details>
    </div>
  );
}
