import type { Metadata } from "next";
import { ChangePolicyDialog } from "@/components/incident-policy/change-dialog";
import { DeadlineFacts } from "@/components/incident-policy/deadline-facts";
import { PolicyHistory } from "@/components/incident-policy/policy-history";
import { SeverityTable } from "@/components/incident-policy/severity-table";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { Section } from "@/components/ui/section";
import { ButtonSkeleton, TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { incidentPolicyView } from "@/lib/registry/incident-policy/queries";
import { type Loading, load } from "@/lib/web/load";
import { changeIncidentPolicyAction } from "./actions";

export const metadata: Metadata = { title: "Incident policy" };

const PATH = "/settings/incidents";

export default async function IncidentPolicyPage() {
  const { actor } = await pageViewer();
  const found = load(incidentPolicyView(actor));
  const manages = can(actor, "incident:configure");
  const roles = rolesWith("incident:configure").join(" or ");
  return (
    <SettingsFrame
      current={PATH}
      description={`Deadlines, updates and who is told. A change holds at once, for open incidents too.${manages ? "" : ` Changing it takes the role ${roles}.`}`}
      actions={manages && <Streamed section={Change({ found })} fallback={<ButtonSkeleton />} />}
    >
      <Streamed section={InForce({ found })} fallback={<TableSkeleton columns={5} label="Loading the policy" />} />
    </SettingsFrame>
  );
}

type FoundProps = { found: Loading<typeof incidentPolicyView> };

async function Change({ found: pending }: FoundProps) {
  const found = await pending;
  return found.ok && <ChangePolicyDialog view={found.data} action={changeIncidentPolicyAction} />;
}

async function InForce({ found: pending }: FoundProps) {
  const found = await pending;
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={PATH} />;
  const { policy, history, now } = found.data;
  return (
    <>
      <DeadlineFacts policy={policy} />
      <Section title="By severity">
        <SeverityTable policy={policy} />
      </Section>
      <Section title="Versions">
        <PolicyHistory items={history} now={now} />
      </Section>
    </>
  );
}
