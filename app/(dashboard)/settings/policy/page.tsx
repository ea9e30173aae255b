import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { PolicySettings } from "@/components/settings/policy-settings";
import { PolicyTable } from "@/components/settings/policy-table";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { CodeSnippet } from "@/components/ui/code-snippet";
import { Details } from "@/components/ui/details";
import { Digest } from "@/components/ui/digest";
import { KeyValue } from "@/components/ui/key-value";
import { TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { policyView } from "@/lib/registry/policy/queries";
import { type Loading, load } from "@/lib/web/load";

export const metadata: Metadata = { title: "Gate policy" };

const PATH = "/settings/policy";

export default async function PolicyPage() {
  const { actor } = await pageViewer();
  const found = load(policyView(actor));
  return (
    <SettingsFrame current={PATH} description="What the gate asks of every release.">
      <Streamed section={InForce({ found })} fallback={<TableSkeleton columns={5} label="Loading the policy" />} />
    </SettingsFrame>
  );
}

async function InForce({ found: pending }: { found: Loading<typeof policyView> }) {
  const found = await pending;
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={PATH} />;
  const view = found.data;
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
