"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { navItems } from "../nav-items";
import { PAGE_KEYS, typeKey } from "./keys";
import { PendingHint } from "./pending-hint";
import { addShortcut, shortcutList, shortcuts } from "./registry";
import { ShortcutList } from "./shortcut-list";
import { useSingleKeys } from "./single-keys";

const WAIT_MS = 1000;

/** Hears the keys of the whole page and runs what is registered for them. */
export function KeyListener() {
  const router = useRouter();
  const isOn = useSingleKeys();
  const [pending, setPending] = useState("");
  useEffect(() => {
    // What is added last comes first.
    const remove = navItems
      .toReversed()
      .map(({ href, label }) =>
        addShortcut({ keys: `g ${PAGE_KEYS[href]}`, label, group: "Go to", run: () => router.push(href as never) }),
      );
    const list = { keys: "?", label: "Show this list", group: "Anywhere" } as const;
    remove.push(addShortcut({ ...list, run: () => shortcutList.set(true) }));
    return () => {
      for (const stop of remove) stop();
    };
  }, [router]);
  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (!isOn || !isShortcut(event)) return;
    const known = shortcuts.get();
    const typed = typeKey(
      pending,
      event.key,
      known.map(({ keys }) => keys),
    );
    setPending(typed.pending);
    if (typed.complete || typed.pending) event.preventDefault();
    known.find(({ keys }) => keys === typed.complete)?.run();
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => heard(event);
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  useEffect(() => {
    if (!pending) return;
    const timer = setTimeout(() => setPending(""), WAIT_MS);
    return () => clearTimeout(timer);
  }, [pending]);
  return (
    <>
      <PendingHint pending={pending} />
      <ShortcutList />
    </>
  );
}

/** Not a key that is held, combined, part of a word being composed, or meant for what has the focus. */
function isShortcut(event: KeyboardEvent): boolean {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.defaultPrevented || event.isComposing || event.key.length !== 1 || event.key === " ") return false;
  return !isTaken(event.target);
}

/** Keys belong to the field that has the focus, and to whatever lies over the page. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]")) return true;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input, textarea, select, [role=application], [role=slider]");
}
