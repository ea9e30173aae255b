import { Inbox, Lock, SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "./button";
import { CodeSnippet } from "./code-snippet";

type FrameProps = { icon: typeof Inbox; title: string; children?: ReactNode };

function Frame({ icon: Icon, title, children }: FrameProps) {
  return (
    <div className="grid justify-items-start gap-2 rounded-lg border border-dashed px-5 py-8">
      <Icon aria-hidden className="size-5 text-muted" />
      <p className="font-medium">{title}</p>
      {children}
    </div>
  );
}

type NothingYetProps = {
  title: string;
  snippet?: string;
  snippetLabel?: string;
  action?: ReactNode;
  children?: ReactNode;
};

/** There is no record yet: says how the first one comes about, with something to copy. */
export function NothingYet({ title, snippet, snippetLabel = "command", action, children }: NothingYetProps) {
  return (
    <Frame icon={Inbox} title={title}>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {snippet && <CodeSnippet code={snippet} label={snippetLabel} className="mt-1 w-full max-w-2xl" />}
      {action && <div className="mt-1">{action}</div>}
    </Frame>
  );
}

type NoMatchProps = { title?: string; clearHref: string; children?: ReactNode };

/** There are records, but the filters hide them all. */
export function NoMatch({ title = "Nothing matches these filters", clearHref, children }: NoMatchProps) {
  return (
    <Frame icon={SearchX} title={title}>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      <ButtonLink href={clearHref} size="sm" className="mt-1">
        Clear filters
      </ButtonLink>
    </Frame>
  );
}

/** There may be records, but the reader may not see them; `children` says who can help. */
export function NoPermission({
  title = "You do not have access to this",
  children,
}: {
  title?: string;
  children?: ReactNode;
}) {
  return (
    <Frame icon={Lock} title={title}>
      {children && <div className="max-w-prose text-muted">{children}</div>}
    </Frame>
  );
}
