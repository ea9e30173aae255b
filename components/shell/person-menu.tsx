import { CircleUserRound } from "lucide-react";
import type { ReactNode } from "react";
import { ZoneSwitch } from "@/components/time/zone-switch";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { TextLink } from "@/components/ui/text-link";
import { ShortcutListButton } from "./shortcuts/list-button";

export type ShellPerson = { name: string; email: string; roles: readonly string[] };

export function PersonMenu({ person, signOut }: { person: ShellPerson; signOut: ReactNode }) {
  return (
    <Popover
      label="Your account"
      className="w-72"
      trigger={
        <Button variant="ghost" className="max-lg:size-8 max-lg:px-0 max-md:w-9" aria-label={`Account: ${person.name}`}>
          <CircleUserRound aria-hidden />
          <span className="max-w-40 truncate max-lg:hidden">{person.name}</span>
        </Button>
      }
    >
      <p className="break-words font-medium">{person.name}</p>
      <p className="break-words text-muted text-sm">{person.email}</p>
      <div className="mt-3 border-t pt-3">
        <p className="mb-1.5 text-muted text-xs">Roles in this tenant</p>
        {person.roles.length === 0 ? (
          <p className="text-sm">None: you can neither read nor change anything here.</p>
        ) : (
          <ul className="flex flex-wrap gap-1">
            {person.roles.map((role) => (
              <li key={role}>
                <Badge>{role}</Badge>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="mt-3 grid justify-items-start gap-1 border-t pt-3">
        <TextLink href="/delegations" className="inline-flex min-h-6 items-center">
          Delegations
        </TextLink>
        <TextLink href="/preferences" className="inline-flex min-h-6 items-center">
          Preferences
        </TextLink>
        <ShortcutListButton className="mt-1" />
      </div>
      <div className="mt-3 border-t pt-3">
        <ZoneSwitch />
      </div>
      <div className="mt-3 border-t pt-3">{signOut}</div>
    </Popover>
  );
}
