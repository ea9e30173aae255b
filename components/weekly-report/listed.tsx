import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Listed } from "@/lib/registry/report/view";

type ListedSectionProps<T> = {
  title: string;
  id: string;
  listed: Listed<T>;
  /** Said when there is nothing. */
  none: string;
  description?: ReactNode;
  /** The list that holds all of them. */
  all?: { href: string; label: string };
  children: (items: readonly T[]) => ReactNode;
};

/** A part of the report: how many there are, the first of them, and the way to all. */
export function ListedSection<T>({ title, id, listed, none, description, all, children }: ListedSectionProps<T>) {
  const { total, items } = listed;
  return (
    <Section title={title} id={id} count={total} description={description}>
      {total === 0 ? <p className="text-muted">{none}</p> : children(items)}
      {(total > items.length || (total > 0 && all)) && (
        <p className="mt-2 flex flex-wrap gap-x-4 text-muted text-sm">
          {total > items.length && (
            <span>
              The first {items.length} of {total}.
            </span>
          )}
          {all && <TextLink href={all.href}>{all.label}</TextLink>}
        </p>
      )}
    </Section>
  );
}
