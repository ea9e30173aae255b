import { cn } from "./cn";
import { CopyButton } from "./copy-button";

type CodeSnippetProps = { code: string; label: string; className?: string };

/** Text to copy into a terminal or a file; `label` names it. Long lines scroll inside. */
export function CodeSnippet({ code, label, className }: CodeSnippetProps) {
  return (
    <figure className={cn("flex min-w-0 items-start rounded-md border bg-sunken text-start", className)}>
      <figcaption className="sr-only">{label}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="min-w-0 flex-1 overflow-x-auto rounded-md px-3 py-2 text-sm leading-5">
        <code>{code}</code>
      </pre>
      <CopyButton text={code} label={label} className="m-1.5" />
    </figure>
  );
}
