import { DelegationTable } from "@/components/delegation/delegation-table";
import { RevokeDelegationDialog } from "@/components/delegation/revoke-dialog";
import { LoadFailure } from "@/components/page/load-failure";
import { NothingYet } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { PersonActor } from "@/lib/core/access";
import { allDelegations, type DelegationView } from "@/lib/registry/delegation/queries";
import { load } from "@/lib/web/load";
import { hrefOf } from "@/lib/web/search-params";
import { revokeDelegationAction } from "./actions";

const PATH = "/delegations";
type AllProps = { actor: PersonActor; request: { view?: string; after?: string; before?: string } };

/** Everybody's, for those who manage people. */
export async function AllDelegations({ actor, request: { view, ...page } }: AllProps) {
  const open = view !== "all";
  const list = await load(allDelegations(actor, { open }, page));
  return (
    <Section title="Everybody’s delegations" id="all">
      <LinkTabs
        label="Which delegations"
        items={[
          { href: PATH, label: "In force and planned", current: open },
          { href: hrefOf(PATH, { view: "all" }), label: "All", current: !open },
        ]}
      />
      {!list.ok && <LoadFailure failure={list.failure} retryHref={PATH} />}
      {list.ok && list.data.items.length === 0 && (
        <NothingYet title={open ? "Nobody acts for anybody now" : "Nobody has ever delegated a role"}>
          Approvers delegate their own roles on this page before they go away.
        </NothingYet>
      )}
      {list.ok && list.data.items.length > 0 && (
        <>
          <DelegationTable
            caption="Delegations of this tenant, the newest first"
            items={list.data.items}
            now={list.data.now}
            actionsOf={takeBack}
          />
          <Pager
            label="Pages of delegations"
            newerHref={list.data.previous ? hrefOf(PATH, { view, before: list.data.previous }) : undefined}
            olderHref={list.data.next ? hrefOf(PATH, { view, after: list.data.next }) : undefined}
          />
        </>
      )}
    </Section>
  );
}

function takeBack(delegation: DelegationView) {
  return delegation.revocable && <RevokeDelegationDialog delegation={delegation} action={revokeDelegationAction} />;
}
