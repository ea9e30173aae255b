"use client";

import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useZone } from "@/components/time/zone";
import type { LookId, PaletteEntry } from "./palette-entries";
import { shortcutList } from "./shortcuts/registry";

/** Goes where a line of the palette leads, or does what it says to the look of the page. */
export function useChoose(close: () => void): (entry: PaletteEntry, inNewTab: boolean) => void {
  const router = useRouter();
  const { setTheme } = useTheme();
  const { choose } = useZone();
  const looks: Record<LookId, () => void> = {
    // After the palette is gone: two dialogs at once would both want the focus.
    shortcuts: () => setTimeout(() => shortcutList.set(true)),
    "theme:light": () => setTheme("light"),
    "theme:dark": () => setTheme("dark"),
    "theme:system": () => setTheme("system"),
    "zone:utc": () => choose(true),
    "zone:local": () => choose(false),
  };
  return ({ id, href }, inNewTab) => {
    close();
    if (!href) looks[id as LookId]?.();
    else if (inNewTab) window.open(href, "_blank", "noopener");
    else router.push(href as never);
  };
}
