import { DeliveryTable } from "@/components/notification/delivery-table";
import { RetryButton } from "@/components/notification/test-buttons";
import { LoadFailure } from "@/components/page/load-failure";
import { NoMatch } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/core/access";
import { type DeliveryView, listDeliveries, UNDELIVERED } from "@/lib/registry/notification/deliveries";
import { load } from "@/lib/web/load";
import { hrefOf } from "@/lib/web/search-params";
import { retryNotificationAction } from "./actions";

const PATH = "/settings/notifications";

export type DeliveriesQuery = { deliveries?: string; after?: string; before?: string };

/** The outbox, newest first, with what can be tried again. */
export async function DeliveriesSection({ actor, query }: { actor: Actor; query: DeliveriesQuery }) {
  const { after, before } = query;
  const undelivered = query.deliveries === "undelivered";
  const found = await load(listDeliveries(actor, { undelivered, after, before }));
  const view = undelivered ? "undelivered" : null;
  return (
    <Section id="deliveries" title="Deliveries" description="What was told to whom, and how that went.">
      <LinkTabs
        label="Deliveries"
        items={[
          { href: PATH, label: "All", current: !undelivered },
          { href: hrefOf(PATH, { deliveries: "undelivered" }), label: "Not delivered", current: undelivered },
        ]}
      />
      {!found.ok && <LoadFailure failure={found.failure} retryHref={PATH} />}
      {found.ok && found.data.items.length === 0 && <Nothing undelivered={undelivered} />}
      {found.ok && found.data.items.length > 0 && (
        <>
          <DeliveryTable items={found.data.items} now={found.data.now} retryOf={retryOf} />
          <Pager
            label="Pages of deliveries"
            newerHref={
              found.data.previous ? hrefOf(PATH, { deliveries: view, before: found.data.previous }) : undefined
            }
            olderHref={found.data.next ? hrefOf(PATH, { deliveries: view, after: found.data.next }) : undefined}
          />
        </>
      )}
    </Section>
  );
}

function Nothing({ undelivered }: { undelivered: boolean }) {
  if (!undelivered) return <p className="text-muted">Nobody was told anything yet.</p>;
  return <NoMatch title="Everything could be delivered" clearHref={PATH} />;
}

const canRetry = ({ state }: DeliveryView) => UNDELIVERED.some((each) => each === state);

const retryOf = (item: DeliveryView) =>
  canRetry(item) && item.kind !== "test" ? (
    <RetryButton id={item.id} title={item.title} action={retryNotificationAction} />
  ) : null;
