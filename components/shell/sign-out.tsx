"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { Action } from "@/lib/web/action";
import { endSession } from "./end-session";
import { SignOutButton } from "./sign-out-button";

/** Ends this session, or all that the reader has. */
export function SignOut({ everywhere }: { everywhere: Action<unknown> }) {
  async function endAll() {
    const result = await everywhere({});
    // The session has ended on the server; its cookie goes too.
    if (result.ok) await endSession();
    return result;
  }
  return (
    <div className="flex flex-wrap gap-1">
      <SignOutButton />
      <ConfirmDialog
        trigger={<Button variant="ghost">Sign out everywhere …</Button>}
        title="Sign out everywhere?"
        description="Every session of yours ends at once, on all devices and in all tenants, this one too."
        confirmLabel="Sign out everywhere"
        action={endAll}
      />
    </div>
  );
}
