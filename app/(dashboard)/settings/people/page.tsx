import type { Metadata } from "next";
import { FirstNextPager } from "@/components/page/first-next-pager";
import { LoadFailure } from "@/components/page/load-failure";
import { AddPersonDialog } from "@/components/settings/add-person-dialog";
import { PeopleTable } from "@/components/settings/people-table";
import { RemovePersonDialog } from "@/components/settings/remove-person-dialog";
import { ResetPasswordDialog } from "@/components/settings/reset-password-dialog";
import { RolesDialog } from "@/components/settings/roles-dialog";
import { SettingsFrame } from "@/components/settings/settings-frame";
import { NoMatch } from "@/components/ui/empty-state";
import { FilterBar, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import { pageViewer } from "@/lib/auth/page-actor";
import { can, ROLES, rolesWith } from "@/lib/core/access";
import { listPeople, type PersonView } from "@/lib/registry/person/queries";
import { load } from "@/lib/web/load";
import { hrefOf, readParams, type SearchParams } from "@/lib/web/search-params";
import { addPersonAction, resetPasswordAction, setRolesAction } from "./actions";

export const metadata: Metadata = { title: "People" };

const PATH = "/settings/people";
const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: role }));

export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const { actor } = await pageViewer();
  const { after, ...filter } = await readParams(searchParams, ["q", "role", "after"]);
  const manages = can(actor, "person:manage");
  const list = await load(listPeople(actor, { ...filter, after }));
  return (
    <SettingsFrame
      current={PATH}
      description={manages ? undefined : `Changing people takes the role ${rolesWith("person:manage").join(" or ")}.`}
      actions={manages && <AddPersonDialog action={addPersonAction} />}
    >
      <FilterBar action={PATH} clearHref={Object.keys(filter).length > 0 ? PATH : undefined}>
        <FilterSearch name="q" label="Name or e-mail" value={filter.q} />
        <FilterSelect name="role" label="Role" value={filter.role} options={ROLE_OPTIONS} />
      </FilterBar>
      {!list.ok && <LoadFailure failure={list.failure} retryHref={PATH} />}
      {list.ok && list.data.items.length === 0 && <NoMatch clearHref={PATH} />}
      {list.ok && list.data.items.length > 0 && (
        <>
          <PeopleTable items={list.data.items} now={list.data.now} actionsOf={manages ? personActions : undefined} />
          <FirstNextPager
            label="Pages of people"
            firstHref={after && hrefOf(PATH, filter)}
            nextHref={list.data.next ? hrefOf(PATH, { ...filter, after: list.data.next }) : undefined}
          />
        </>
      )}
    </SettingsFrame>
  );
}

function personActions(person: PersonView) {
  const { id, name, roles } = person;
  return (
    <>
      <RolesDialog person={{ id, name, roles }} action={setRolesAction} />
      <ResetPasswordDialog person={{ id, name }} action={resetPasswordAction} />
      <RemovePersonDialog person={{ id, name }} action={setRolesAction} />
    </>
  );
}
