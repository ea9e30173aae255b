import { Badge } from "@/components/ui/badge";
import { Status } from "@/components/ui/status";
import type { Role } from "@/lib/core/access";
import type { RequiredRole } from "@/lib/core/approval/matrix";

type RequiredRolesProps = {
  roles: readonly RequiredRole[];
  /** Who holds each role now; left out where that is history. */
  holders?: Partial<Record<Role, string[]>>;
};

/** Roles that must sign, the training that each asks for, and who holds them. */
export function RequiredRoles({ roles, holders }: RequiredRolesProps) {
  return (
    <ul className="grid gap-1">
      {roles.map(({ role, requiresTraining }) => (
        <li key={role} className="flex flex-wrap items-center gap-x-2">
          <Badge>{role}</Badge>
          {holders && <Holders names={holders[role]} />}
          {requiresTraining && <span className="text-muted text-sm">with training “{requiresTraining}”</span>}
        </li>
      ))}
    </ul>
  );
}

function Holders({ names }: { names: string[] | undefined }) {
  if (!names) return <Status tone="no-go" size="sm" label="Nobody holds it" />;
  return <span className="text-muted">{names.join(", ")}</span>;
}
