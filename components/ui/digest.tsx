import { cn } from "./cn";
import { CopyButton } from "./copy-button";

type DigestProps = { value: string; length?: number; copy?: boolean; what?: string; className?: string };

/** The start of a hash or id; the whole of it is in the title, read to assistive technology, and copied. */
export function Digest({ value, length = 12, copy = true, what = "digest", className }: DigestProps) {
  const short = value.replace(/^sha256:/, "").slice(0, length);
  return (
    <span className={cn("inline-flex h-5 items-center gap-0.5 align-top print:h-auto", className)}>
      <code title={value} className="text-sm print:hidden">
        <span aria-hidden>{short}</span>
        <span className="sr-only">{value}</span>
      </code>
      <code className="hidden break-all text-xs print:inline">{value}</code>
      {copy && <CopyButton text={value} label={what} />}
    </span>
  );
}
