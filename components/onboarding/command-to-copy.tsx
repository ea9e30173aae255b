import type { ReactNode } from "react";
import { CodeSnippet } from "@/components/ui/code-snippet";

/** A command with what it does under it. */
export function CommandToCopy({ code, label, children }: { code: string; label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <CodeSnippet code={code} label={label} />
      <p className="mt-1 text-muted text-sm">{children}</p>
    </div>
  );
}
