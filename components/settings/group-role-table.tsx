import type { ReactNode } from "react";
import { Instant } from "@/components/time/instant";
import { Badge } from "@/components/ui/badge";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { GroupRoleView } from "@/lib/registry/group-role/queries";

type GroupRoleTableProps = { items: GroupRoleView[]; now: string; actionsOf: (mapping: GroupRoleView) => ReactNode };

export function GroupRoleTable({ items, now, actionsOf }: GroupRoleTableProps) {
  return (
    <Table caption="Roles that groups give, by group">
      <THead>
        <Tr>
          <Th>Group</Th>
          <Th>Role</Th>
          <Th>Added</Th>
          <Th>Change</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((mapping) => (
          <Tr key={mapping.id}>
            <Td header label="Group" className="break-all font-medium">
              {mapping.group}
            </Td>
            <Td label="Role">
              <Badge>{mapping.role}</Badge>
            </Td>
            <Td label="Added">
              <Instant at={mapping.addedAt} now={now} /> by {mapping.addedBy}
            </Td>
            <Td label="Change">{actionsOf(mapping)}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
