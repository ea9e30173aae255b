import { KIND_WORDS } from "@/components/search/kind-words";
import { wordsOf } from "@/lib/core/search/words";
import type { SearchItem } from "@/lib/registry/search/queries";
import { holdsAll, type PaletteEntry } from "./palette-entries";

/** Records as lines of the palette; of an answer to an older text only those that the newer one would find too. */
export function foundEntries(items: readonly SearchItem[], isOlder: boolean, text: string): PaletteEntry[] {
  const words = wordsOf(text);
  const shown = isOlder
    ? items.filter(({ title, detail, excerpt }) => holdsAll(`${title} ${detail} ${excerpt ?? ""}`, words))
    : items;
  return shown.map(({ kind, id, title, detail, excerpt, state, href }) => ({
    id: `${kind} ${id}`,
    group: KIND_WORDS[kind].many,
    label: title,
    detail: excerpt ?? detail,
    state,
    href,
    icon: kind,
  }));
}

/** The last line: the page that shows everything that is found. */
export const searchPageEntry = (text: string): PaletteEntry => ({
  id: "search page",
  group: "Search",
  label: `All that is found by “${text.trim()}”`,
  href: `/search?${new URLSearchParams({ q: text.trim() })}`,
  icon: "search",
});
