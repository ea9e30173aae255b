import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { CreateTokenDialog } from "@/components/settings/create-token-dialog";
import { RevokeTokenDialog } from "@/components/settings/revoke-token-dialog";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { TokenTable } from "@/components/settings/token-table";
import { NoPermission, NothingYet } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { pageViewer } from "@/lib/auth/page-actor";
import { type Actor, can, rolesWith } from "@/lib/core/access";
import { listEnvironments } from "@/lib/registry/environment/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { listTokens, type TokenView } from "@/lib/registry/token/queries";
import { load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import { createTokenAction, revokeTokenAction } from "./actions";

export const metadata: Metadata = { title: "API tokens" };

const PATH = "/settings/tokens";
const ABOUT = "What pipelines identify themselves with. Only a hash of each is stored.";

export default async function TokensPage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  if (!can(actor, "token:manage")) {
    return (
      <SettingsFrame current={PATH} description={ABOUT}>
        <NoPermission title="You cannot see the tokens of this tenant">
          It takes the role {rolesWith("token:manage").join(" or ")}.
        </NoPermission>
      </SettingsFrame>
    );
  }
  const request = await readParams(searchParams, ["after", "before"]);
  return (
    <SettingsFrame current={PATH} description={ABOUT} actions={await createButton(actor)}>
      <TokenList actor={actor} request={request} />
    </SettingsFrame>
  );
}

async function createButton(actor: Actor) {
  const [services, environments] = await Promise.all([load(serviceChoices(actor)), load(listEnvironments(actor))]);
  const scopes = (found: typeof services | typeof environments) =>
    found.ok ? found.data.map(({ id, slug }) => ({ id, slug })) : [];
  return (
    <CreateTokenDialog action={createTokenAction} services={scopes(services)} environments={scopes(environments)} />
  );
}

type TokenListProps = { actor: Actor; request: { after?: string; before?: string } };

async function TokenList({ actor, request }: TokenListProps) {
  const list = await load(listTokens(actor, request));
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={PATH} />;
  const { items, now, previous, next } = list.data;
  if (items.length === 0) {
    return (
      <NothingYet title="There is no token yet">
        Create one for each pipeline that sends evidence or asks the gate.
      </NothingYet>
    );
  }
  return (
    <>
      <TokenTable items={items} now={now} actionsOf={revocation} />
      <Pager
        label="Pages of tokens"
        newerHref={previous ? hrefOf(PATH, { before: previous }) : undefined}
        olderHref={next ? hrefOf(PATH, { after: next }) : undefined}
      />
    </>
  );
}

function revocation({ id, name, state }: TokenView) {
  return state === "active" && <RevokeTokenDialog token={{ id, name }} action={revokeTokenAction} />;
}
