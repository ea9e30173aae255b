"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import type { Permission } from "@/lib/core/access";
import { useShortcut } from "./shortcuts/use-shortcut";

const PaletteDialog = dynamic(() => import("./palette-dialog").then((module) => module.PaletteDialog), { ssr: false });

type Mode = "closed" | "all" | "commands";
const SEARCH = { keys: "/", label: "Search", group: "Anywhere" } as const;
const COMMANDS = { keys: "c", label: "Do something", group: "Anywhere" } as const;

/** Opened by its button, ⌘K or Ctrl K, and by single keys; its list is loaded when it is first opened. */
export function CommandPalette({ may, reader }: { may: readonly Permission[]; reader: string }) {
  const [mode, setMode] = useState<Mode>("closed");
  const [last, setLast] = useState<Exclude<Mode, "closed"> | null>(null);
  const [isApple, setIsApple] = useState(false);
  const show = (next: Exclude<Mode, "closed">) => {
    setLast(next);
    setMode(next);
  };
  useShortcut(COMMANDS, () => show("commands"));
  useShortcut(SEARCH, () => show("all"));
  useEffect(() => setIsApple(/Mac|iP/.test(navigator.userAgent)), []);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      setLast("all");
      setMode((shown) => (shown === "closed" ? "all" : "closed"));
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <>
      <Button variant="ghost" aria-haspopup="dialog" aria-keyshortcuts="Meta+K Control+K" onClick={() => show("all")}>
        <Search aria-hidden />
        <span className="max-sm:sr-only">Search or do</span>
        <Kbd className="max-sm:hidden">{isApple ? "⌘ K" : "Ctrl K"}</Kbd>
      </Button>
      {last && (
        <PaletteDialog
          open={mode !== "closed"}
          onOpenChange={(open) => setMode(open ? last : "closed")}
          may={may}
          reader={reader}
          onlyCommands={last === "commands"}
        />
      )}
    </>
  );
}
