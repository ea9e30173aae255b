import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";

const PARTS = {
  colours: "Colours",
  type: "Type and space",
  status: "Status",
  actions: "Buttons, menus and dialogs",
  forms: "Forms",
  tables: "Tables and lists",
  states: "Empty, loading and failed",
  charts: "Charts",
} as const;
type PartId = keyof typeof PARTS;

export const PART_LIST = Object.entries(PARTS).map(([id, title]) => ({ id, title }));

export function Part({ id, description, children }: { id: PartId; description: string; children: ReactNode }) {
  return (
    <Section id={id} title={PARTS[id]} description={description}>
      <div className="grid gap-6">{children}</div>
    </Section>
  );
}

/** One thing, or one kind of thing, by its name in the code. */
export function Sample({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-2 text-muted text-sm">{name}</h3>
      {children}
    </div>
  );
}

export const Row = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-x-4 gap-y-3">{children}</div>
);

/** One moment for all samples, so that each visit shows the same. */
export const NOW = "2026-11-20T12:00:00.000Z";
