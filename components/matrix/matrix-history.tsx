import { Instant } from "@/components/time/instant";
import { Details } from "@/components/ui/details";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { EnvironmentMatrix } from "@/lib/registry/environment/matrix-queries";
import { RequiredRoles } from "./required-roles";
import { rowName } from "./row-name";

/** What the rows of an environment said before, and what was planned and called off. */
export function MatrixHistory({ environment, now }: { environment: EnvironmentMatrix; now: string }) {
  const past = [environment.own, ...environment.services].flatMap((row) =>
    row.past.map((version) => ({ service: rowName(row, environment), ...version })),
  );
  if (past.length === 0) return <p className="mt-2 text-muted text-sm">No earlier changes.</p>;
  const sorted = past.toSorted((one, other) => (other.until ?? "").localeCompare(one.until ?? ""));
  return (
    <Details summary="What it said before" count={past.length} className="mt-2">
      <Table caption={`What the matrix of ${environment.slug} said before`}>
        <THead>
          <Tr>
            <Th>Service</Th>
            <Th>Had to sign</Th>
            <Th>From</Th>
            <Th>Until</Th>
          </Tr>
        </THead>
        <TBody>
          {sorted.map((each) => (
            <Tr key={`${each.service} ${each.from} ${each.until} ${each.state} ${each.roles.map(({ role }) => role)}`}>
              <Td header label="Service">
                {each.service}
              </Td>
              <Td label="Had to sign">
                <RequiredRoles roles={each.roles} />
              </Td>
              <Td label="From">
                <Instant at={each.from} now={now} style="exact" />
                {each.setBy && <p className="text-muted text-sm">set by {each.setBy}</p>}
              </Td>
              <Td label="Until">
                {each.state === "called-off" ? (
                  "called off before it began"
                ) : (
                  <Instant at={each.until ?? now} now={now} style="exact" />
                )}
                {each.endedBy && <p className="text-muted text-sm">by {each.endedBy}</p>}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Details>
  );
}
