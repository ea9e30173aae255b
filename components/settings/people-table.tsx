import type { ReactNode } from "react";
import { Instant } from "@/components/time/instant";
import { Badge } from "@/components/ui/badge";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { PersonView } from "@/lib/registry/person/queries";

type PeopleTableProps = { items: PersonView[]; now: string; actionsOf?: (person: PersonView) => ReactNode };

export function PeopleTable({ items, now, actionsOf }: PeopleTableProps) {
  return (
    <Table caption="People of this tenant by name">
      <THead>
        <Tr>
          <Th>Name</Th>
          <Th>E-mail</Th>
          <Th>Roles</Th>
          <Th>Member since</Th>
          {actionsOf && <Th>Change</Th>}
        </Tr>
      </THead>
      <TBody>
        {items.map((person) => (
          <Tr key={person.id}>
            <Td header label="Name" className="font-medium">
              {person.name} {person.disabled && <Badge>disabled</Badge>}
            </Td>
            <Td label="E-mail" className="break-all">
              {person.email}
            </Td>
            <Td label="Roles">
              <ul className="flex flex-wrap gap-1">
                {person.roles.map((role) => (
                  <li key={role}>
                    <Badge>{role}</Badge>
                  </li>
                ))}
              </ul>
            </Td>
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
