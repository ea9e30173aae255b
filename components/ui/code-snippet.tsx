import { cn } from "./cn";
import { CopyButton } from "./copy-button";

type CodeSnippetProps = { code: string; label: string; className?: string };

/** Text to copy into a terminal or a file; `label` names it. Long lines scroll inside. */
export function CodeSnippet({ code, label, className }: CodeSnippetProps) {
  return (
    <figure className={cn("relative min-w-0 rounded-md border bg-sunken text-start", className)}>
      <figcaption className="sr-only">{label}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="overflow-x-auto rounded-md py-2 ps-3 pe-10 text-sm leading-5">
        <code>{code}</code>
      </pre>
      <CopyButton text={code} label={label} className="absolute end-1.5 top-1.5 bg-sunken" />
    </figure>
  );
}
