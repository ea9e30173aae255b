import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { CreateTokenDialog } from "@/components/settings/create-token-dialog";
import { RevokeTokenDialog } from "@/components/settings/revoke-token-dialog";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { TokenTable } from "@/components/settings/token-table";
import { NoMatch, NoPermission, NothingYet } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { Pager } from "@/components/ui/pager";
import { ButtonSkeleton, TableSkeleton } from "@/components/ui/skeleton";
import { pageViewer } from "@/lib/auth/page-actor";
import { type Actor, can, rolesWith } from "@/lib/core/access";
import { listEnvironments } from "@/lib/registry/environment/queries";
import { serviceChoices } from "@/lib/registry/service/queries";
import { listTokens, TOKEN_STATES, type TokenView } from "@/lib/registry/token/queries";
import { load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import { createTokenAction, revokeTokenAction } from "./actions";

export const metadata: Metadata = { title: "API tokens" };

const PATH = "/settings/tokens";
const STATE_OPTIONS = TOKEN_STATES.map((value) => ({
  value,
  label: value === "expiring" ? "Expires within 14 days" : value.charAt(0).toUpperCase() + value.slice(1),
}));
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
  const request = await readParams(searchParams, ["state", "after", "before"]);
  return (
    <SettingsFrame
      current={PATH}
      description={ABOUT}
      actions={<Streamed section={CreateButton({ actor })} fallback={<ButtonSkeleton />} />}
    >
      <FilterBar action={PATH} clearHref={request.state ? PATH : undefined}>
        <FilterSelect name="state" label="State" value={request.state} options={STATE_OPTIONS} />
      </FilterBar>
      <Streamed
        section={TokenList({ actor, request })}
        fallback={<TableSkeleton columns={7} label="Loading the tokens" />}
      />
    </SettingsFrame>
  );
}

async function CreateButton({ actor }: { actor: Actor }) {
  const [services, environments] = await Promise.all([load(serviceChoices(actor)), load(listEnvironments(actor))]);
  const scopes = (found: typeof services | typeof environments) =>
    found.ok ? found.data.map(({ id, slug }) => ({ id, slug })) : [];
  return (
    <CreateTokenDialog action={createTokenAction} services={scopes(services)} environments={scopes(environments)} />
  );
}

type TokenListProps = { actor: Actor; request: { state?: string; after?: string; before?: string } };

async function TokenList({ actor, request }: TokenListProps) {
  const list = await load(listTokens(actor, request));
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={PATH} />;
  const { items, now, previous, next } = list.data;
  const { state } = request;
  if (items.length === 0 && state) return <NoMatch clearHref={PATH} />;
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
        newerHref={previous ? hrefOf(PATH, { state, before: previous }) : undefined}
        olderHref={next ? hrefOf(PATH, { state, after: next }) : undefined}
      />
    </>
  );
}

function revocation({ id, name, state }: TokenView) {
  return state === "active" && <RevokeTokenDialog token={{ id, name }} action={revokeTokenAction} />;
}
