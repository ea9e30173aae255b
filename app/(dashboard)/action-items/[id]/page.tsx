import type { Metadata } from "next";
import { ChangeItemDialog, CloseItemDialog, ReopenItemDialog } from "@/components/action-item/item-dialogs";
import { ItemStatus, ORIGIN_WORDS, PriorityWord } from "@/components/action-item/item-status";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { Due } from "@/components/time/due";
import { Instant } from "@/components/time/instant";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SectionSkeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { pageViewer } from "@/lib/auth/page-actor";
import { can } from "@/lib/core/access";
import { type ActionItemDetail, actionItemDetail } from "@/lib/registry/action-item/detail";
import { ownerChoices } from "@/lib/registry/action-item/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { choices } from "@/lib/web/choices";
import { load } from "@/lib/web/load";
import { HistorySection } from "../../history-section";
import { changeActionItemAction, closeActionItemAction, reopenActionItemAction } from "../actions";
import { IssueSection } from "./issue-section";

export const metadata: Metadata = { title: "Action item" };

export default async function ActionItemPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const path = `/action-items/${id}`;
  const [found, people, services] = await Promise.all([
    load(actionItemDetail(actor, id)),
    load(ownerChoices(actor)),
    load(serviceChoices(actor)),
  ]);
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={path} />;
  const item = found.data;
  const mayChange = can(actor, "action-item:manage");
  return (
    <>
      <PageHeader
        title={item.title}
        aside={<ItemStatus item={item} />}
        breadcrumb={[{ href: "/action-items", label: "Action items" }]}
        actions={
          mayChange &&
          (item.state === "open" ? (
            <>
              {people.ok && (
                <ChangeItemDialog
                  item={item}
                  people={people.data}
                  services={choices(services)}
                  action={changeActionItemAction}
                />
              )}
              <CloseItemDialog actionItemId={id} action={closeActionItemAction} />
            </>
          ) : (
            <ReopenItemDialog actionItemId={id} action={reopenActionItemAction} />
          ))
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
      <Streamed
        section={IssueSection({ actor, item })}
        fallback={item.issue && <SectionSkeleton title="GitHub issue" rows={1} />}
      />
      <HistorySection actor={actor} record={id} href={path} />
    </>
  );
}

function Facts({ item }: { item: ActionItemDetail }) {
  const { owner, dueAt, now, state, priority, service, openedBy, openedAt, trackerUrl, links } = item;
  return (
    <DefinitionList columns={3}>
      <Definition term="Owner">{owner.name}</Definition>
      <Definition term="Due">
        {state === "open" ? <Due at={dueAt} now={now} /> : <Instant at={dueAt} now={now} />}
      </Definition>
      <Definition term="Priority">
        <PriorityWord priority={priority} />
      </Definition>
      <Definition term="Service">{service ?? <span className="text-muted">none</span>}</Definition>
      <Definition term="Follows from">
        <OriginLink item={item} />
      </Definition>
      <Definition term="Opened">
        <Instant at={openedAt} now={now} /> by {openedBy}
      </Definition>
      <Definition term="Links">
        <Links links={trackerUrl ? [...links, { label: trackerUrl, url: trackerUrl }] : links} />
      </Definition>
    </DefinitionList>
  );
}

function OriginLink({ item: { origin, originPath, incident } }: { item: ActionItemDetail }) {
  const words = incident ? incident.reference : ORIGIN_WORDS[origin];
  return originPath ? <TextLink href={originPath}>{words}</TextLink> : words;
}

function Links({ links }: { links: ActionItemDetail["links"] }) {
  if (links.length === 0) return <span className="text-muted">none</span>;
  return (
    <ul>
      {links.map(({ label, url }) => (
        <li key={`${label} ${url}`}>
          <TextLink href={url} external className="[overflow-wrap:anywhere]">
            {label}
          </TextLink>
        </li>
      ))}
    </ul>
  );
}
