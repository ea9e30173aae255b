import { ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import { AppLink } from "./app-link";
import { cn } from "./cn";

type TextLinkProps = { href: string; external?: boolean; quiet?: boolean; className?: string; children: ReactNode };

/** A link in running text or a table cell. `quiet` keeps the text colour, for lists where every row is a link. */
export function TextLink({ href, external, quiet, className, children }: TextLinkProps) {
  const style = cn(
    "rounded-sm underline underline-offset-3",
    quiet
      ? "font-medium text-foreground decoration-border hover:decoration-foreground"
      : "text-accent decoration-accent/40 hover:decoration-accent",
    className,
  );
  if (!external) {
    return (
      <AppLink href={href} className={style}>
        {children}
      </AppLink>
    );
  }
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={style}>
      {children}
      <ArrowUpRight aria-hidden className="ms-0.5 inline size-3 align-baseline" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  );
}
