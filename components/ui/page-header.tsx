import { Fragment, type ReactNode } from "react";
import { AppLink } from "./app-link";

type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  breadcrumb?: { href: string; label: string }[];
  /** Stands beside the title: a status, a badge. */
  aside?: ReactNode;
};

/** Holds the page's only h1. */
export function PageHeader({ title, description, actions, breadcrumb, aside }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 max-w-full">
        {breadcrumb && <Breadcrumb items={breadcrumb} />}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 font-semibold text-2xl tracking-tight">{title}</h1>
          {aside}
        </div>
        {description && <div className="mt-1 max-w-prose text-muted">{description}</div>}
      </div>
      {actions && (
        <div data-no-print="" className="flex flex-wrap items-center gap-2 empty:hidden">
          {actions}
        </div>
      )}
    </header>
  );
}

function Breadcrumb({ items }: { items: { href: string; label: string }[] }) {
  return (
    <nav aria-label="Breadcrumb" className="mb-1 flex flex-wrap items-center gap-1.5 text-muted text-sm">
      {items.map(({ href, label }, index) => (
        <Fragment key={href}>
          {index > 0 && <span aria-hidden>/</span>}
          <AppLink
            href={href}
            className="inline-flex min-h-6 items-center rounded-sm hover:text-foreground hover:underline"
          >
            {label}
          </AppLink>
        </Fragment>
      ))}
    </nav>
  );
}
