import type { Metadata } from "next";
import { FirstNextPager } from "@/components/page/first-next-pager";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { DisableDialog, EnableDialog, EndSessionsDialog, UnlinkDialog } from "@/components/settings/account-dialogs";
import { AccountMenu } from "@/components/settings/account-menu";
import { AddPersonDialog } from "@/components/settings/add-person-dialog";
import { PeopleTable } from "@/components/settings/people-table";
import { RemovePersonDialog } from "@/components/settings/remove-person-dialog";
import { ResetPasswordDialog } from "@/components/settings/reset-password-dialog";
import { RoleExpiryDialog } from "@/components/settings/role-expiry-dialog";
import { RolesDialog } from "@/components/settings/roles-dialog";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { NoMatch } from "@/components/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import { TableSkeleton } from "@/components/ui/skeleton";
import { oidc } from "@/lib/auth/oidc";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, ROLES, rolesWith } from "@/lib/core/access";
import { listPeople, type PersonView } from "@/lib/registry/person/queries";
import { type Loading, load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import {
  addPersonAction,
  disablePersonAction,
  enablePersonAction,
  endSessionsAction,
  resetPasswordAction,
  setRoleExpiryAction,
  setRolesAction,
  unlinkIdentityAction,
} from "./actions";

export const metadata: Metadata = { title: "People" };

const PATH = "/settings/people";
const STATE_OPTIONS = [
  { value: "active", label: "Active" },
  { value: "disabled", label: "Disabled" },
];
const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: role }));

export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { after, ...filter } = await readParams(searchParams, ["q", "role", "state", "by", "after"]);
  const manages = can(actor, "person:manage");
  const provider = oidc()?.name;
  const list = load(listPeople(actor, { ...filter, after }));
  return (
    <SettingsFrame
      current={PATH}
      description={manages ? undefined : `Changing people takes the role ${rolesWith("person:manage").join(" or ")}.`}
      actions={manages && <AddPersonDialog action={addPersonAction} provider={provider} />}
    >
      <FilterBar action={PATH} clearHref={Object.keys(filter).length > 0 ? PATH : undefined}>
        <FilterSearch name="q" label="Name or e-mail" value={filter.q} />
        <FilterSelect name="role" label="Role" value={filter.role} options={ROLE_OPTIONS} />
        <FilterSelect name="state" label="State" value={filter.state} options={STATE_OPTIONS} />
        {manages && provider && (
          <FilterSelect name="by" label="Signs in with" value={filter.by} options={waysIn(provider)} />
        )}
      </FilterBar>
      <Streamed
        section={Found({ list, filter, after, self: manages ? actor.id : null })}
        fallback={<TableSkeleton columns={manages ? 6 : 3} label="Loading the people" />}
      />
    </SettingsFrame>
  );
}

type FoundProps = {
  list: Loading<typeof listPeople>;
  filter: Record<string, string | undefined>;
  after?: string;
  /** The reader, if they manage people. */
  self: string | null;
};

async function Found({ list: pending, filter, after, self }: FoundProps) {
  const list = await pending;
  if (!list.ok) return <LoadFailure failure={list.failure} retryHref={PATH} />;
  const { items, next, now } = list.data;
  if (items.length === 0) return <NoMatch clearHref={PATH} />;
  const actionsOf = (person: PersonView) => <PersonActions person={person} isSelf={person.id === self} />;
  return (
    <>
      <PeopleTable
        items={items}
        now={now}
        provider={oidc()?.name ?? "identity provider"}
        actionsOf={self ? actionsOf : undefined}
      />
      <FirstNextPager
        label="Pages of people"
        firstHref={after && hrefOf(PATH, filter)}
        nextHref={next ? hrefOf(PATH, { ...filter, after: next }) : undefined}
      />
    </>
  );
}

const waysIn = (provider: string) => [
  { value: "password", label: "Password" },
  { value: "provider", label: provider },
];

function PersonActions({ person, isSelf }: { person: PersonView; isSelf: boolean }) {
  const { id, name, roles, fromGroups, expiries, disabled, signIn } = person;
  const who = { id, name };
  return (
    <>
      <RolesDialog person={{ id, name, roles, fromGroups }} action={setRolesAction} />
      <RoleExpiryDialog person={{ id, name, roles, expiries }} action={setRoleExpiryAction} />
      <AccountMenu name={name}>
        <ResetPasswordDialog person={who} hasPassword={signIn?.password ?? true} action={resetPasswordAction} />
        {signIn?.provider && (
          <UnlinkDialog person={who} action={unlinkIdentityAction} provider={oidc()?.name ?? "the identity provider"} />
        )}
        {!disabled && <EndSessionsDialog person={who} action={endSessionsAction} />}
        {disabled && <EnableDialog person={who} action={enablePersonAction} />}
        {!disabled && !isSelf && <DisableDialog person={who} action={disablePersonAction} />}
      </AccountMenu>
      <RemovePersonDialog person={who} action={setRolesAction} />
    </>
  );
}
