import type { Shortcut } from "./keys";
import { outsideState } from "./outside-state";

export type RunningShortcut = Shortcut & { run: () => void };

const NONE: readonly RunningShortcut[] = [];

/** Every shortcut that works right now. What the page adds last comes first: it may take over a key. */
export const shortcuts = outsideState<readonly RunningShortcut[]>(NONE);
export const noShortcuts = (): readonly RunningShortcut[] => NONE;

/** Whether the list of them is open. */
export const shortcutList = outsideState(false);

/** Works until what it returns is called. */
export function addShortcut(shortcut: RunningShortcut): () => void {
  shortcuts.set([shortcut, ...shortcuts.get()]);
  return () => shortcuts.set(shortcuts.get().filter((each) => each !== shortcut));
}
