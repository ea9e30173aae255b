"use client";

import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { CodeSnippet } from "@/components/ui/code-snippet";
import { DialogFooter } from "@/components/ui/dialog-footer";

type ShownOnceProps = { secret: string; label: string; title: string; onDone: () => void; children: ReactNode };

/** A secret that is kept nowhere, with a button to copy it. `children` says what to do with it. */
export function ShownOnce({ secret, label, title, onDone, children }: ShownOnceProps) {
  return (
    <div className="grid gap-4">
      <Alert tone="waiver" title={title} live>
        {children}
      </Alert>
      <CodeSnippet code={secret} label={label} />
      <DialogFooter>
        <Button variant="primary" onClick={onDone}>
          I have stored it
        </Button>
      </DialogFooter>
    </div>
  );
}
