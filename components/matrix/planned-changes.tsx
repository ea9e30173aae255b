import type { ReactNode } from "react";
import { Instant } from "@/components/time/instant";
import type { RowView } from "@/lib/registry/environment/matrix-queries";
import { RequiredRoles } from "./required-roles";

type PlannedChangesProps = {
  row: RowView;
  now: string;
  /** The button that calls a change off. */
  calledOffBy?: (row: RowView, at: string) => ReactNode;
};

/** What a row will say from when on. */
export function PlannedChanges({ row, now, calledOffBy }: PlannedChangesProps) {
  if (row.planned.length === 0) return <span className="text-muted">nothing</span>;
  return (
    <ul className="grid gap-2">
      {row.planned.map(({ at, roles }) => (
        <li key={at} className="grid justify-items-start gap-1">
          <p className="text-sm">
            from <Instant at={at} now={now} style="exact" />
          </p>
          {roles.length > 0 ? <RequiredRoles roles={roles} /> : <p className="text-muted">as every other service</p>}
          {calledOffBy?.(row, at)}
        </li>
      ))}
    </ul>
  );
}
