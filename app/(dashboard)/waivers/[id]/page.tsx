import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { ExtendDialog } from "@/components/waiver/extend-dialog";
import { RevokeDialog } from "@/components/waiver/revoke-dialog";
import { WaiverFacts } from "@/components/waiver/waiver-facts";
import { WaiverState } from "@/components/waiver/waiver-state";
import { checkTitle, WaiverTable } from "@/components/waiver/waiver-table";
import { pageViewer } from "@/lib/auth/page-actor";
import { type Actor, can } from "@/lib/core/access";
import { type WaiverDetail, waiverDetail } from "@/lib/registry/waiver/detail";
import { load } from "@/lib/web/load";
import { extendWaiverAction, revokeWaiverAction } from "../actions";

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
      <Section title="Extensions" description={view.extensionBar ?? undefined}>
        {view.chain.length > 1 ? (
          <WaiverTable items={view.chain} now={view.now} current={view.id} />
        ) : (
          <p className="text-muted">It replaces no other waiver and was not replaced.</p>
        )}
      </Section>
      <p className="mt-8">
        <TextLink href={`/registry?record=${view.id}`}>Ledger entries of this waiver</TextLink>
      </p>
    </>
  );
}

function Changes({ view, actor }: { view: WaiverDetail; actor: Actor }) {
  const { id, serviceId, release, checkId, finding, justification, mitigation, maxDays } = view;
  return (
    <>
      {!view.extensionBar && maxDays !== null && can(actor, "waiver:grant") && (
        <ExtendDialog
          action={extendWaiverAction}
          waiver={{ id, serviceId, release, checkId, finding, justification, mitigation, maxDays }}
        />
      )}
      {view.state === "valid" && can(actor, "waiver:revoke") && (
        <RevokeDialog waiverId={id} action={revokeWaiverAction} />
      )}
    </>
  );
}
