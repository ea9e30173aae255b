import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";

/** What an admin can do about somebody's way in, folded away: it is rarely needed, and some of it ends sessions. */
export function AccountMenu({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Popover
      label={`Account of ${name}`}
      trigger={
        <Button size="sm" aria-label={`Account of ${name}`}>
          Account …
        </Button>
      }
    >
      <div className="grid gap-1.5">{children}</div>
    </Popover>
  );
}
