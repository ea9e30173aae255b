import type { Metadata } from "next";
import { Suspense } from "react";
import { ChangeItemDialog, CloseItemDialog } from "@/components/action-item/item-dialogs";
import { ItemStatus, ORIGIN_WORDS } from "@/components/action-item/item-status";
import { LoadFailure } from "@/components/page/load-failure";
import { Due } from "@/components/time/due";
import { Instant } from "@/components/time/instant";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TextSkeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { pageViewer } from "@/lib/auth/page-actor";
import { can } from "@/lib/core/access";
import { type ActionItemDetail, actionItemDetail, ownerChoices } from "@/lib/registry/action-item/queries";
import { load } from "@/lib/web/load";
import { HistorySection } from "../../history-section";
import { changeActionItemAction, closeActionItemAction } from "../actions";

export const metadata: Metadata = { title: "Action item" };

export default async function ActionItemPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const path = `/action-items/${id}`;
  const [found, people] = await Promise.all([load(actionItemDetail(actor, id)), load(ownerChoices(actor))]);
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={path} />;
  const item = found.data;
  const isChangeable = item.state === "open" && can(actor, "action-item:manage");
  return (
    <>
      <PageHeader
        title={item.title}
        aside={<ItemStatus item={item} />}
        breadcrumb={[{ href: "/action-items", label: "Action items" }]}
        actions={
          isChangeable && (
            <>
              {people.ok && <ChangeItemDialog item={item} people={people.data} action={changeActionItemAction} />}
              <CloseItemDialog actionItemId={id} action={closeActionItemAction} />
            </>
          )
        }
      />
      <Facts item={item} />
      {item.detail && (
        <Section title="Detail">
          <p className="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{item.detail}</p>
        </Section>
      )}
      {item.closing && (
        <Section title={item.state === "done" ? "Done" : "Cancelled"}>
          <p>
            By {item.closing.by} <Instant at={item.closing.at} now={item.now} />
          </p>
          <p className="mt-1 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">{item.closing.note}</p>
        </Section>
      )}
      <Suspense fallback={<TextSkeleton lines={3} />}>
        <HistorySection actor={actor} record={id} href={path} />
      </Suspense>
    </>
  );
}

function Facts({ item }: { item: ActionItemDetail }) {
  const { owner, dueAt, now, state, service, origin, originPath, openedBy, openedAt, trackerUrl } = item;
  return (
    <DefinitionList columns={3}>
      <Definition term="Owner">{owner.name}</Definition>
      <Definition term="Due">
        {state === "open" ? <Due at={dueAt} now={now} /> : <Instant at={dueAt} now={now} />}
      </Definition>
      <Definition term="Service">{service ?? <span className="text-muted">none</span>}</Definition>
      <Definition term="Follows from">
        {originPath ? <TextLink href={originPath}>{ORIGIN_WORDS[origin]}</TextLink> : ORIGIN_WORDS[origin]}
      </Definition>
      <Definition term="Opened">
        <Instant at={openedAt} now={now} /> by {openedBy}
      </Definition>
      <Definition term="Tracker">
        {trackerUrl ? (
          <TextLink href={trackerUrl} external className="break-all">
            {trackerUrl}
          </TextLink>
        ) : (
          <span className="text-muted">none</span>
        )}
      </Definition>
    </DefinitionList>
  );
}
