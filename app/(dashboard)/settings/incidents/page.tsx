import type { Metadata } from "next";
import { ChangePolicyDialog } from "@/components/incident-policy/change-dialog";
import { DeadlineFacts } from "@/components/incident-policy/deadline-facts";
import { PolicyHistory } from "@/components/incident-policy/policy-history";
import { SeverityTable } from "@/components/incident-policy/severity-table";
import { LoadFailure } from "@/components/page/load-failure";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { Section } from "@/components/ui/section";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, rolesWith } from "@/lib/core/access";
import { incidentPolicyView } from "@/lib/registry/incident-policy/queries";
import { load } from "@/lib/web/load";
import { changeIncidentPolicyAction } from "./actions";

export const metadata: Metadata = { title: "Incident policy" };

const PATH = "/settings/incidents";

export default async function IncidentPolicyPage() {
  const { actor } = await pageViewer();
  const found = await load(incidentPolicyView(actor));
  const manages = can(actor, "incident:configure");
  const roles = rolesWith("incident:configure").join(" or ");
  return (
    <SettingsFrame
      current={PATH}
      description={`Deadlines, updates and who is told. A change holds at once, for open incidents too.${manages ? "" : ` Changing it takes the role ${roles}.`}`}
      actions={manages && found.ok && <ChangePolicyDialog view={found.data} action={changeIncidentPolicyAction} />}
    >
      {!found.ok && <LoadFailure failure={found.failure} retryHref={PATH} />}
      {found.ok && (
        <>
          <DeadlineFacts policy={found.data.policy} />
          <Section title="By severity">
            <SeverityTable policy={found.data.policy} />
          </Section>
          <Section title="Versions">
            <PolicyHistory items={found.data.history} now={found.data.now} />
          </Section>
        </>
      )}
    </SettingsFrame>
  );
}
