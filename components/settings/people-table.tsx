import type { ReactNode } from "react";
import { Instant } from "@/components/time/instant";
import { Badge } from "@/components/ui/badge";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { dayText } from "@/lib/core/approval/day-text";
import type { PersonView } from "@/lib/registry/person/queries";

type PeopleTableProps = {
  items: PersonView[];
  now: string;
  /** What people call the identity provider. */
  provider: string;
  /** Present for those who manage people, who also see how each signs in. */
  actionsOf?: (person: PersonView) => ReactNode;
};

export function PeopleTable({ items, now, provider, actionsOf }: PeopleTableProps) {
  return (
    <Table caption="People of this tenant by name">
      <THead>
        <Tr>
          <Th>Name</Th>
          <Th>Roles</Th>
          {actionsOf && <Th>Signs in with</Th>}
          {actionsOf && <Th>Last sign-in</Th>}
          <Th>Member since</Th>
          {actionsOf && <Th>Change</Th>}
        </Tr>
      </THead>
      <TBody>
        {items.map((person) => (
          <Tr key={person.id}>
            <Td header label="Name">
              <span className="font-medium">{person.name}</span>
              <span className="block font-normal wrap-anywhere text-muted text-sm">{person.email}</span>
              {person.disabled && <Status tone="no-go" size="sm" label="Disabled" />}
            </Td>
            <Td label="Roles">
              <Roles person={person} now={now} />
            </Td>
            {actionsOf && <Td label="Signs in with">{waysIn(person, provider)}</Td>}
            {actionsOf && (
              <Td label="Last sign-in" className="whitespace-nowrap">
                {person.signIn?.lastAt ? <Instant at={person.signIn.lastAt} now={now} /> : "never"}
              </Td>
            )}
            <Td label="Member since" className="whitespace-nowrap">
              <Instant at={person.addedAt} now={now} />
            </Td>
            {actionsOf && (
              <Td label="Change">
                <div className="flex flex-wrap gap-1.5">{actionsOf(person)}</div>
              </Td>
            )}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Roles({ person: { roles, fromGroups, expiries }, now }: { person: PersonView; now: string }) {
  return (
    <ul className="flex flex-wrap gap-1">
      {roles.map((role) => {
        const groups = fromGroups.find((each) => each.role === role)?.groups;
        const expiry = expiries.find((each) => each.role === role);
        return (
          <li key={role} className="flex flex-wrap items-center gap-x-1">
            <Badge>{role}</Badge>
            {groups && <span className="text-muted text-sm">by group {groups.join(", ")}</span>}
            {expiry && (
              <span className="text-muted text-sm">
                {expiry.ended ? "ended" : "until"}{" "}
                <Instant at={expiry.until} now={now} text={dayText(new Date(expiry.until))} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function waysIn({ signIn }: PersonView, provider: string): string {
  const ways = [signIn?.password && "password", signIn?.provider && provider].filter(Boolean);
  return ways.length > 0 ? ways.join(", ") : `${provider}, not yet linked`;
}
