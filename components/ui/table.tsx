import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { AppLink } from "./app-link";
import { cn } from "./cn";

/* Roles are spelt out because some browsers drop table semantics once rows are laid out as blocks. */
const as = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
};

type TableProps = {
  caption: string;
  showCaption?: boolean;
  /** Scroll in an own container instead of stacking when narrow: for matrices that make no sense as lines. */
  scroll?: boolean;
  className?: string;
  children: ReactNode;
};

export function Table({ caption, showCaption, scroll, className, children }: TableProps) {
  const table = (
    <table {...as.table} data-stack={scroll ? undefined : ""} className={cn("w-full border-collapse", className)}>
      <caption className={showCaption ? "pb-2 text-start text-muted text-sm" : "sr-only"}>{caption}</caption>
      {children}
    </table>
  );
  if (!scroll) return <div className="data-table">{table}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="data-table data-table-scroll" aria-label={`${caption}, scrolls sideways`} tabIndex={0}>
      {table}
    </section>
  );
}

export function THead(props: ComponentProps<"thead">) {
  return <thead {...as.rowgroup} {...props} />;
}

export function TBody({ className, ...props }: ComponentProps<"tbody">) {
  return <tbody {...as.rowgroup} className={cn("divide-y divide-border", className)} {...props} />;
}

export function Tr({ className, ...props }: ComponentProps<"tr">) {
  return <tr {...as.row} className={cn("[tbody>&]:hover:bg-sunken/60", className)} {...props} />;
}

type Direction = "asc" | "desc";
type ThProps = Omit<ComponentProps<"th">, "scope"> & {
  numeric?: boolean;
  /** `href` re-sorts by this column; `direction` is the present order, absent when another column decides. */
  sort?: { href: string; direction?: Direction };
};

export function Th({ numeric, sort, className, children, ...props }: ThProps) {
  const order = sort?.direction && (sort.direction === "asc" ? "ascending" : "descending");
  return (
    <th
      {...as.columnheader}
      scope="col"
      aria-sort={order}
      className={cn(
        "px-3 py-2 align-bottom font-medium text-muted text-xs first:ps-0 last:pe-0",
        numeric ? "text-end" : "text-start",
        className,
      )}
      {...props}
    >
      {sort ? <SortLink {...sort}>{children}</SortLink> : children}
    </th>
  );
}

function SortLink({ href, direction, children }: { href: string; direction?: Direction; children: ReactNode }) {
  const Icon = direction === "asc" ? ArrowUp : direction === "desc" ? ArrowDown : ChevronsUpDown;
  return (
    <AppLink
      href={href}
      scroll={false}
      className={cn("-my-1 inline-flex min-h-6 items-center gap-1 rounded-sm", "hover:text-foreground")}
    >
      {children}
      <Icon aria-hidden className="size-3" />
    </AppLink>
  );
}

type TdProps = Omit<ComponentProps<"td">, "role"> & {
  /** The column's name, shown beside the value when rows are stacked. */
  label?: string;
  numeric?: boolean;
  /** Makes the cell the header of its row. */
  header?: boolean;
};

export function Td({ label, numeric, header, className, children, ...props }: TdProps) {
  const style = cn("px-3 py-1.5 first:ps-0 last:pe-0", numeric && "text-end", className);
  // The label and the value are two grid cells when stacked, so the value stays one box.
  const content = label ? <div className="min-w-0 max-w-full">{children}</div> : children;
  if (header) {
    return (
      <th {...as.rowheader} scope="row" data-label={label} className={style} {...props}>
        {content}
      </th>
    );
  }
  return (
    <td {...as.cell} data-label={label} className={style} {...props}>
      {content}
    </td>
  );
}
