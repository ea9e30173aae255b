import { AppLink } from "./app-link";
import { cn } from "./cn";

type LinkTab = { href: string; label: string; current: boolean; count?: number };

/** Views of one page whose choice lives in the URL. */
export function LinkTabs({ label, items, className }: { label: string; items: LinkTab[]; className?: string }) {
  return (
    <nav aria-label={label} data-no-print="" className={cn("mb-4 border-b", className)}>
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {items.map(({ href, label, current, count }) => (
          <li key={href}>
            <AppLink
              href={href}
              aria-current={current ? "page" : undefined}
              className={cn(
                "inline-flex min-h-9 items-center gap-1.5 border-b-2 font-medium",
                current ? "border-accent text-foreground" : "border-transparent text-muted hover:text-foreground",
              )}
            >
              {label}
              {count !== undefined && <span className="font-normal text-muted tabular-nums">{count}</span>}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
