import { ORIGIN_WORDS, PRIORITY_WORDS } from "@/components/action-item/item-status";
import { FilterBar, FilterSearch, FilterSelect } from "@/components/ui/filter-bar";
import { ORIGIN_KINDS, PRIORITIES } from "@/lib/core/action-item/model";
import { AGE_DAYS } from "@/lib/core/action-item/urgency";
import type { PersonChoice } from "@/lib/registry/action-item/queries";

type Choices = { value: string; label: string }[];
type ItemFiltersProps = {
  action: string;
  address: Record<string, string | undefined>;
  people: readonly PersonChoice[];
  services: Choices;
  clearHref?: string;
};

const OTHER_STATES = [
  { value: "done", label: "Done" },
  { value: "cancelled", label: "Cancelled" },
  { value: "all", label: "All" },
];
const AGES = AGE_DAYS.filter((days) => days > 0).map((days) => ({
  value: String(days),
  label: `${days} days or more`,
}));

export function ItemFilters({ action, address, people, services, clearHref }: ItemFiltersProps) {
  const isBoard = address.view === "board";
  const owners = people.map(({ id, name }) => ({ value: id, label: name }));
  const known = owners.some(({ value }) => value === address.owner);
  // Somebody who is no person of the tenant is in the address by name.
  const named = address.owner && !known ? [{ value: address.owner, label: address.owner }] : [];
  return (
    <FilterBar action={action} clearHref={clearHref}>
      {isBoard && <input type="hidden" name="view" value="board" />}
      <FilterSearch name="q" label="Search" value={address.q} placeholder="Title or detail" />
      {!isBoard && (
        <FilterSelect name="state" label="State" value={address.state} options={OTHER_STATES} allLabel="Open" />
      )}
      <FilterSelect name="owner" label="Owner" value={address.owner} options={[...named, ...owners]} />
      <FilterSelect name="service" label="Service" value={address.service} options={services} />
      <FilterSelect name="priority" label="Priority" value={address.priority} options={PRIORITY_CHOICES} />
      <FilterSelect name="origin" label="Follows from" value={address.origin} options={ORIGIN_CHOICES} />
      {!isBoard && (
        <FilterSelect
          name="overdue"
          label="Due"
          value={address.overdue}
          options={[{ value: "yes", label: "Overdue" }]}
          allLabel="Any time"
        />
      )}
      <FilterSelect name="age" label="Age" value={address.age} options={AGES} allLabel="Any age" />
    </FilterBar>
  );
}

const PRIORITY_CHOICES: Choices = PRIORITIES.map((value) => ({ value, label: PRIORITY_WORDS[value] }));
const ORIGIN_CHOICES: Choices = ORIGIN_KINDS.map((value) => ({ value, label: ORIGIN_WORDS[value] }));
