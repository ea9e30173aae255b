import type { ReactNode } from "react";
import { Instant } from "@/components/time/instant";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { ApprovalMatrix, EnvironmentMatrix, RowView } from "@/lib/registry/environment/matrix-queries";
import { PlannedChanges } from "./planned-changes";
import { RequiredRoles } from "./required-roles";
import { rowName } from "./row-name";

type MatrixTableProps = {
  environment: EnvironmentMatrix;
  matrix: Pick<ApprovalMatrix, "holders" | "now">;
  actionsOf?: (row: RowView) => ReactNode;
  calledOffBy?: (row: RowView, at: string) => ReactNode;
};

/** The rows of one environment as they are in force now, with what is planned. */
export function MatrixTable({ environment, matrix, actionsOf, calledOffBy }: MatrixTableProps) {
  const { own, services } = environment;
  return (
    <Table caption={`Roles that must sign in ${environment.slug}`}>
      <THead>
        <Tr>
          <Th>Service</Th>
          <Th>Must sign now</Th>
          <Th>Since</Th>
          <Th>Planned</Th>
          {actionsOf && <Th>Change</Th>}
        </Tr>
      </THead>
      <TBody>
        {[own, ...services].map((row) => (
          <Tr key={row.serviceId ?? "all"}>
            <Td header label="Service" className="font-medium">
              {rowName(row, environment)}
            </Td>
            <Td label="Must sign now">
              <InForce row={row} holders={matrix.holders} />
            </Td>
            <Td label="Since">
              {row.current && <Instant at={row.current.from} now={matrix.now} />}
              {row.current?.setBy && <p className="text-muted text-sm">set by {row.current.setBy}</p>}
            </Td>
            <Td label="Planned">
              <PlannedChanges row={row} now={matrix.now} calledOffBy={calledOffBy} />
            </Td>
            {actionsOf && (
              <Td label="Change">
                <div className="flex flex-wrap gap-1.5">{actionsOf(row)}</div>
              </Td>
            )}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function InForce({ row, holders }: { row: RowView } & Pick<ApprovalMatrix, "holders">) {
  if (row.current) return <RequiredRoles roles={row.current.roles} holders={holders} />;
  if (row.serviceId) return <span className="text-muted">as every other service</span>;
  return <Status tone="no-go" label="None set: nothing can be approved" />;
}
