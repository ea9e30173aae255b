import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { DenyDialog, GrantRequestDialog, WithdrawDialog } from "@/components/waiver/decide-dialogs";
import { RequestFacts } from "@/components/waiver/request-facts";
import { RequestState } from "@/components/waiver/request-state";
import { checkTitle } from "@/components/waiver/waiver-table";
import { pageViewer } from "@/lib/auth/page-actor";
import { type RequestDetail, requestDetail } from "@/lib/registry/waiver/request-detail";
import { load } from "@/lib/web/load";
import { HistorySection } from "../../../history-section";
import { denyWaiverAction, grantRequestAction, withdrawRequestAction } from "../../actions";

export const metadata: Metadata = { title: "Request for a waiver" };

export default async function WaiverRequestPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const href = `/waivers/requests/${id}`;
  const found = await load(requestDetail(actor, id));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={href} />;
  const view = found.data;
  return (
    <>
      <PageHeader
        title={`Request to waive ${checkTitle(view.checkId)}`}
        aside={<RequestState standing={view.standing} pill />}
        breadcrumb={[
          { href: "/waivers", label: "Waivers" },
          { href: "/waivers?view=requests", label: "Requests" },
        ]}
        actions={<Decide view={view} />}
      />
      {view.deciding?.grantBar && (
        <p className="mb-6 text-muted text-sm">You cannot grant it: {view.deciding.grantBar}</p>
      )}
      <RequestFacts view={view} />
      <Section title="Justification">
        <p className="max-w-prose whitespace-pre-line">{view.justification}</p>
      </Section>
      <Section title="Mitigation">
        <p className="max-w-prose whitespace-pre-line">{view.mitigation}</p>
      </Section>
      <HistorySection actor={actor} record={view.id} href={href} />
    </>
  );
}

function Decide({ view }: { view: RequestDetail }) {
  const { id, serviceId, release, checkId, finding, findings, expiresAt, justification, mitigation, now } = view;
  const request = { id, serviceId, release, checkId, finding, findings, expiresAt, justification, mitigation, now };
  return (
    <>
      {view.deciding?.grantBar === null && <GrantRequestDialog request={request} action={grantRequestAction} />}
      {view.deciding?.mayDeny && <DenyDialog requestId={id} action={denyWaiverAction} />}
      {view.mayWithdraw && <WithdrawDialog requestId={id} action={withdrawRequestAction} />}
    </>
  );
}
