import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { ApprovalMatrix, MatrixRow } from "@/lib/registry/environment/queries";

type MatrixTableProps = { matrix: ApprovalMatrix; actionsOf?: (row: MatrixRow) => ReactNode };

export function MatrixTable({ matrix: { rows, holders }, actionsOf }: MatrixTableProps) {
  return (
    <Table caption="Roles that must sign, by environment">
      <THead>
        <Tr>
          <Th>Environment</Th>
          <Th>Roles that must sign and who holds them</Th>
          {actionsOf && <Th>Change</Th>}
        </Tr>
      </THead>
      <TBody>
        {rows.map((row) => (
          <Tr key={row.id}>
            <Td header label="Environment" className="font-medium">
              {row.slug} {row.isProduction && row.slug !== "production" && <Badge tone="accent">production</Badge>}
            </Td>
            <Td label="Roles that must sign">
              <Signers roles={row.roles} holders={holders} />
            </Td>
            {actionsOf && <Td label="Change">{actionsOf(row)}</Td>}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Signers({ roles, holders }: Pick<MatrixRow, "roles"> & Pick<ApprovalMatrix, "holders">) {
  if (roles.length === 0) return <Status tone="no-go" label="None set: nothing can be approved" />;
  return (
    <ul className="grid gap-1">
      {roles.map((role) => (
        <li key={role} className="flex flex-wrap items-center gap-x-2">
          <Badge>{role}</Badge>
          {holders[role] ? (
            <span className="text-muted">{holders[role].join(", ")}</span>
          ) : (
            <Status tone="no-go" size="sm" label="Nobody holds it" />
          )}
        </li>
      ))}
    </ul>
  );
}
