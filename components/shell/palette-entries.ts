import { SETTINGS_TABS } from "@/components/settings/settings-tabs";
import type { Permission } from "@/lib/core/access";
import { matchesIn } from "@/lib/core/search/marks";
import { folded, wordsOf } from "@/lib/core/search/words";
import { navItems } from "./nav-items";
import { commandsOfAnywhere, commandsOfPage } from "./palette-commands";
import type { IconName } from "./palette-icons";
import { PAGE_KEYS } from "./shortcuts/keys";

/** One line of the palette. With an address it goes there; without one, whoever shows it runs it by its id. */
export type PaletteEntry = {
  id: string;
  group: string;
  label: string;
  detail?: string | null;
  /** How it stands with a record. */
  state?: string | null;
  href?: string;
  /** Keys that do the same. */
  keys?: string;
  icon: IconName;
};

/** Things of the page itself that are done at once: they change nothing but how it looks. */
const LOOKS = [
  { id: "shortcuts", label: "Keyboard shortcuts", keys: "?" },
  { id: "theme:light", label: "Light theme" },
  { id: "theme:dark", label: "Dark theme" },
  { id: "theme:system", label: "Theme of the system" },
  { id: "zone:utc", label: "Times in UTC" },
  { id: "zone:local", label: "Times in your own zone" },
] as const;
export type LookId = (typeof LOOKS)[number]["id"];

type Place = { path: string; may: readonly Permission[]; onlyCommands?: boolean };

/** All that is there without asking the server, in the order of its groups. */
export function entriesAt({ path, may, onlyCommands }: Place): PaletteEntry[] {
  const commands: PaletteEntry[] = [
    ...commandsOfPage(path, may).map((each) => entryOf("On this page", "arrow", each)),
    ...commandsOfAnywhere(may).map((each) => entryOf("Do", "arrow", each)),
  ];
  const looks = LOOKS.map((look): PaletteEntry => ({ ...look, group: "View", icon: "view" }));
  if (onlyCommands) return [...commands, ...looks];
  const pages = navItems.map(({ href, label }): PaletteEntry => {
    return { ...entryOf("Go to", "page", { href, label }), keys: `g ${PAGE_KEYS[href]}` };
  });
  const settings = SETTINGS_TABS.map((tab) => entryOf("Settings", "settings", tab));
  return [...commands, ...pages, ...settings, ...looks];
}

function entryOf(group: string, icon: IconName, { label, href }: { label: string; href: string }): PaletteEntry {
  return { id: `${group} ${label}`, group, label, href, icon };
}

const MOST_OF_A_GROUP = 5;

/**
 * Those whose group and label hold every word of a text, at most five of a group. Groups with a label that begins with
 * the text come first. An empty text: all.
 */
export function matching(entries: readonly PaletteEntry[], text: string): PaletteEntry[] {
  const words = wordsOf(text);
  if (words.length === 0) return [...entries];
  const begun = words.join(" ");
  const hits = entries.filter((entry) => holdsAll(`${entry.group} ${entry.label}`, words));
  const groups = [...Map.groupBy(hits, ({ group }) => group).values()];
  const begins = ({ label }: PaletteEntry) => (folded(label).startsWith(begun) ? 0 : 1);
  const ranked = groups.map((group) => group.toSorted((one, other) => begins(one) - begins(other)));
  const first = ([entry]: PaletteEntry[]) => (entry ? begins(entry) : 1);
  return ranked.toSorted((one, other) => first(one) - first(other)).flatMap((group) => group.slice(0, MOST_OF_A_GROUP));
}

/** Whether a text would be found by these words. */
export const holdsAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => matchesIn(text, [word]).length > 0);
