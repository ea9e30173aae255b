/** Keys one after another with blanks between, as they are typed: `g r`, `?`, `d`. */
export type Shortcut = { keys: string; label: string; group: ShortcutGroup };

/** In the order in which the list shows them. */
export const SHORTCUT_GROUPS = ["On this page", "Anywhere", "Go to"] as const;
export type ShortcutGroup = (typeof SHORTCUT_GROUPS)[number];

/** The key after `g` that goes to a page of the navigation. */
export const PAGE_KEYS: Readonly<Record<string, string>> = {
  "/": "o",
  "/readiness": "d",
  "/releases": "r",
  "/deployments": "p",
  "/scorecards": "s",
  "/rehearsals": "h",
  "/incidents": "i",
  "/waivers": "w",
  "/calendar": "c",
  "/action-items": "a",
  "/reviews": "v",
  "/registry": "l",
  "/settings": "t",
};

/** What a key brings: a shortcut that is complete with it, the beginning of one, or neither. */
export type Typed = { complete: string | null; pending: string };

/**
 * One more key after those that wait. A shortcut is complete at once; after a beginning, the next key is waited for.
 * A key that leads nowhere ends what was begun and does nothing else.
 */
export function typeKey(pending: string, key: string, known: readonly string[]): Typed {
  const typed = pending ? `${pending} ${key}` : key;
  if (known.includes(typed)) return { complete: typed, pending: "" };
  return { complete: null, pending: known.some((keys) => keys.startsWith(`${typed} `)) ? typed : "" };
}

/** What may follow the keys that wait, as the list has it. */
export function followers<S extends Shortcut>(pending: string, shortcuts: readonly S[]): (S & { next: string })[] {
  const begun = `${pending} `;
  return shortcuts.flatMap((shortcut) =>
    shortcut.keys.startsWith(begun) ? [{ ...shortcut, next: shortcut.keys.slice(begun.length) }] : [],
  );
}
