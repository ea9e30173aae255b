import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { AddGroupRoleDialog } from "@/components/settings/add-group-role-dialog";
import { GroupRoleTable } from "@/components/settings/group-role-table";
import { ProviderFacts } from "@/components/settings/provider-facts";
import { RemoveGroupRoleDialog } from "@/components/settings/remove-group-role-dialog";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { NoPermission, NothingYet } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { TableSkeleton } from "@/components/ui/skeleton";
import { type Oidc, oidc } from "@/lib/auth/oidc";
import { pageViewer } from "@/lib/auth/page-actor";
import { type Actor, can, rolesWith } from "@/lib/core/access";
import { env } from "@/lib/env";
import { type GroupRoleView, listGroupRoles } from "@/lib/registry/group-role/queries";
import { load } from "@/lib/web/load";
import { addGroupRoleAction, removeGroupRoleAction } from "./actions";

export const metadata: Metadata = { title: "Sign-in" };

const PATH = "/settings/sign-in";
const ABOUT = "Who can sign in with an identity provider, and which roles its groups give.";

export default async function SignInSettingsPage() {
  const { actor } = await pageViewer();
  if (!can(actor, "person:manage")) {
    return (
      <SettingsFrame current={PATH} description={ABOUT}>
        <NoPermission title="You cannot see how people sign in">
          It takes the role {rolesWith("person:manage").join(" or ")}.
        </NoPermission>
      </SettingsFrame>
    );
  }
  const provider = oidc();
  const callback = `${env().NEXTAUTH_URL ?? ""}/api/auth/callback/oidc`;
  return (
    <SettingsFrame current={PATH} description={ABOUT}>
      <div className="grid gap-8">
        <Section title="Identity provider">
          <ProviderFacts provider={provider && shown(provider)} callback={callback} />
        </Section>
        <Section
          title="Roles by group"
          description="Brought up to date at each sign-in with the provider. Roles given by hand are never touched."
          actions={<AddGroupRoleDialog action={addGroupRoleAction} />}
        >
          <Streamed
            section={Mappings({ actor })}
            fallback={<TableSkeleton columns={4} rows={4} label="Loading the groups" />}
          />
        </Section>
      </div>
    </SettingsFrame>
  );
}

/** Everything but the secret. */
const shown = ({ name, issuer, clientId, groupsClaim, scope }: Oidc) => ({
  name,
  issuer,
  clientId,
  groupsClaim,
  scope,
});

async function Mappings({ actor }: { actor: Actor }) {
  const list = await load(listGroupRoles(actor));
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={PATH} />;
  const { items, more, now } = list.data;
  if (items.length === 0) {
    return (
      <NothingYet title="No group gives a role yet">
        Until one does, only people who were added here by their e-mail address can sign in with the provider.
      </NothingYet>
    );
  }
  return (
    <>
      <GroupRoleTable items={items} now={now} actionsOf={removal} />
      {more && <p className="text-muted">There are more than these {items.length}.</p>}
    </>
  );
}

function removal({ id, group, role }: GroupRoleView) {
  return <RemoveGroupRoleDialog mapping={{ id, group, role }} action={removeGroupRoleAction} />;
}
