import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { Instant } from "@/components/time/instant";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { ExtendDialog, RequestExtensionDialog } from "@/components/waiver/extend-dialog";
import { Differences } from "@/components/waiver/request-facts";
import { RevokeDialog } from "@/components/waiver/revoke-dialog";
import { WaiverFacts } from "@/components/waiver/waiver-facts";
import { WaiverState } from "@/components/waiver/waiver-state";
import { checkTitle, WaiverTable } from "@/components/waiver/waiver-table";
import { pageViewer } from "@/lib/auth/page-actor";
import { type Actor, can } from "@/lib/core/access";
import { type WaiverDetail, waiverDetail } from "@/lib/registry/waiver/detail";
import { load } from "@/lib/web/load";
import { HistorySection } from "../../history-section";
import { LinkedIncidents } from "../../linked-incidents";
import { extendWaiverAction, requestExtensionAction, revokeWaiverAction } from "../actions";

export const metadata: Metadata = { title: "Waiver" };

export default async function WaiverPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const found = await load(waiverDetail(actor, id));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={`/waivers/${id}`} />;
  const view = found.data;
  return (
    <>
      <PageHeader
        title={`Waiver of ${checkTitle(view.checkId)}`}
        aside={<WaiverState waiver={view} pill />}
        breadcrumb={[{ href: "/waivers", label: "Waivers" }]}
        actions={<Changes view={view} actor={actor} />}
      />
      <WaiverFacts view={view} />
      <Section title="Justification">
        <p className="max-w-prose whitespace-pre-line">{view.justification}</p>
      </Section>
      <Section title="Mitigation">
        <p className="max-w-prose whitespace-pre-line">{view.mitigation}</p>
      </Section>
      <Asked view={view} />
      <Section title="Extensions" description={view.extensionBar ?? undefined}>
        {view.chain.length > 1 ? (
          <WaiverTable items={view.chain} now={view.now} current={view.id} />
        ) : (
          <p className="text-muted">It replaces no other waiver and was not replaced.</p>
        )}
      </Section>
      <LinkedIncidents actor={actor} kind="waiver" targetId={view.id} now={view.now} href={`/waivers/${view.id}`} />
      <HistorySection actor={actor} record={view.id} href={`/waivers/${view.id}`} />
    </>
  );
}

function Asked({ view: { request, extensionRequested, now } }: { view: WaiverDetail }) {
  return (
    <Section title="Request">
      {request ? (
        <>
          <p>
            <TextLink href={`/waivers/requests/${request.id}`}>Requested by {request.requestedBy}</TextLink>{" "}
            <Instant at={request.requestedAt} now={now} className="text-muted" />
          </p>
          <Differences differences={request.differences} />
        </>
      ) : (
        <p className="text-muted">Nobody requested it: whoever granted it did so unasked.</p>
      )}
      {extensionRequested && (
        <p className="mt-2">
          <TextLink href={`/waivers/requests/${extensionRequested}`}>An extension is requested</TextLink> and waits for
          a decision.
        </p>
      )}
    </Section>
  );
}

function Changes({ view, actor }: { view: WaiverDetail; actor: Actor }) {
  const { id, serviceId, release, checkId, finding, justification, mitigation, maxDays } = view;
  const waiver = { id, serviceId, release, checkId, finding, justification, mitigation, maxDays };
  const isExtendable = !view.extensionBar && maxDays !== null;
  const mayGrant = can(actor, "waiver:grant");
  const mayAsk = !mayGrant && can(actor, "waiver:request") && view.extensionRequested === null;
  return (
    <>
      {isExtendable && mayGrant && <ExtendDialog action={extendWaiverAction} waiver={waiver} />}
      {isExtendable && mayAsk && <RequestExtensionDialog action={requestExtensionAction} waiver={waiver} />}
      {view.state === "valid" && can(actor, "waiver:revoke") && (
        <RevokeDialog waiverId={id} action={revokeWaiverAction} />
      )}
    </>
  );
}
