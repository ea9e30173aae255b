"use client";

import { useSyncExternalStore } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { SHORTCUT_GROUPS } from "./keys";
import { noShortcuts, shortcutList, shortcuts } from "./registry";
import { SingleKeySwitch } from "./single-key-switch";

/** Every shortcut of the page that is open, and the switch that turns those of a single key off. */
export function ShortcutList() {
  const isOpen = useSyncExternalStore(shortcutList.follow, shortcutList.get, () => false);
  return (
    <Dialog open={isOpen} onOpenChange={shortcutList.set} title="Keyboard shortcuts" size="lg">
      {isOpen && <Groups />}
    </Dialog>
  );
}

function Groups() {
  const all = useSyncExternalStore(shortcuts.follow, shortcuts.get, noShortcuts);
  return (
    <>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {SHORTCUT_GROUPS.map((group) => {
          const own = all.filter((shortcut) => shortcut.group === group);
          return own.length === 0 ? null : (
            <section key={group} className={group === "Go to" ? "sm:col-span-2" : undefined}>
              <h3 className="mb-1 font-medium">{group}</h3>
              <dl className={group === "Go to" ? "grid gap-x-8 sm:grid-cols-2" : undefined}>
                {own.map(({ keys, label }) => (
                  <div key={keys} className="flex min-h-7 items-center justify-between gap-3 border-b">
                    <dt>{label}</dt>
                    <dd className="flex gap-1">
                      <Keys keys={keys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <div className="mt-5">
        <SingleKeySwitch />
      </div>
    </>
  );
}

function Keys({ keys }: { keys: string }) {
  return keys.split(" ").map((key, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the keys of a shortcut never change their order
    <Kbd key={place}>{key}</Kbd>
  ));
}
