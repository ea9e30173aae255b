import { keepInTab, keptInTab } from "@/components/live/kept-in-tab";
import type { PaletteEntry } from "./palette-entries";

const MOST = 5;

/** Of one person in one tenant: another one at the same tab must not read what was looked at before. */
const keyOf = (reader: string): string => `readiness-recent ${reader}`;

/** What was chosen last in this tab, the latest first. */
export function recentEntries(reader: string): PaletteEntry[] {
  return readKept(keptInTab(keyOf(reader))).map(({ label, detail, href }) => ({
    id: `Recent ${href}`,
    group: "Recent",
    label,
    detail,
    href,
    icon: "recent",
  }));
}

/** Only what leads somewhere is kept. */
export function keepRecent(reader: string, { label, detail = null, href }: PaletteEntry): void {
  if (!href) return;
  const others = readKept(keptInTab(keyOf(reader))).filter((each) => each.href !== href);
  keepInTab(keyOf(reader), JSON.stringify([{ label, detail, href }, ...others].slice(0, MOST)));
}

type Kept = { label: string; detail: string | null; href: string };

/** Scripts of other versions of this page wrote it too: anything else than what is expected is nothing. */
function readKept(text: string | null): Kept[] {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(value: unknown): value is Kept {
  const { label, detail, href } = (value ?? {}) as Partial<Record<keyof Kept, unknown>>;
  const isText = typeof label === "string" && (detail === null || typeof detail === "string");
  return isText && typeof href === "string" && href.startsWith("/") && !href.startsWith("//");
}
