"use client";

import { Command } from "cmdk";
import { usePathname } from "next/navigation";
import { type KeyboardEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { StatusIcon } from "@/components/ui/status";
import type { Permission } from "@/lib/core/access";
import { wordsOf } from "@/lib/core/search/words";
import { entriesAt, matching, type PaletteEntry } from "./palette-entries";
import { foundEntries, searchPageEntry } from "./palette-found";
import { PaletteList } from "./palette-list";
import { keepRecent, recentEntries } from "./palette-recent";
import { useChoose } from "./use-choose";
import { type Found, useFound } from "./use-found";
import { useSelected } from "./use-selected";

export type PaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  may: readonly Permission[];
  /** Who reads in which tenant: what was chosen is remembered for them alone. */
  reader: string;
  onlyCommands: boolean;
};

/** Every page, what the reader may begin, and every record, narrowed by typing. */
export function PaletteDialog(props: PaletteProps) {
  const { open, onOpenChange, onlyCommands } = props;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={onlyCommands ? "Do something" : "Search, go to a page or do something"}
      size="lg"
    >
      {open && <Palette {...props} />}
    </Dialog>
  );
}

function Palette({ onOpenChange, may, reader, onlyCommands }: PaletteProps) {
  const path = usePathname();
  const [text, setText] = useState("");
  const found = useFound(onlyCommands ? "" : text);
  const words = wordsOf(text);
  const own = matching(entriesAt({ path, may, onlyCommands }), text);
  const entries = withRecords(own, found, { text, reader, onlyCommands });
  const { selected, setSelected, keepSelected, follow } = useSelected(entries[0]?.id ?? "");
  const go = useChoose(() => onOpenChange(false));
  function choose(entry: PaletteEntry, inNewTab: boolean) {
    keepRecent(reader, entry);
    go(entry, inNewTab);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (/^Arrow|^Home$|^End$/.test(event.key)) keepSelected();
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const entry = entries.find(({ id }) => id === selected);
    if (entry) choose(entry, true);
  }
  return (
    <Command
      label="What is found"
      shouldFilter={false}
      disablePointerSelection
      loop
      value={selected}
      onValueChange={setSelected}
      onKeyDown={onKeyDown}
    >
      <Command.Input
        value={text}
        onValueChange={(typed) => {
          follow();
          setText(typed);
        }}
        maxLength={200}
        placeholder={onlyCommands ? "Type what you want to do" : "Type a version, INC-7, a name, a page or a command"}
        className="h-9 w-full rounded-md border border-border-strong bg-background px-3 placeholder:text-muted max-md:h-10"
      />
      <Command.List className="mt-3 h-[50dvh] overflow-y-auto" aria-busy={found.isLoading || undefined}>
        {found.failure && <Failure cause={found.failure} retry={found.retry} />}
        <PaletteList entries={entries} words={words} choose={choose} />
        {entries.length === 0 && <p className="px-2 py-4 text-muted">Nothing is called that.</p>}
      </Command.List>
      <p role="status" className="sr-only">
        {announcement(found, entries, words.length > 0)}
      </p>
      <p aria-hidden className="mt-3 flex flex-wrap gap-x-4 gap-y-1 border-t pt-2 text-muted text-sm max-sm:hidden">
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> choose
        </span>
        <span>
          <Kbd>Enter</Kbd> open
        </span>
        <span>
          <Kbd>⌘ Enter</Kbd> or <Kbd>Ctrl Enter</Kbd> in a new tab
        </span>
      </p>
    </Command>
  );
}

type Shown = { text: string; reader: string; onlyCommands: boolean };

/** The palette's own lines first: they are there at once, and what arrives later must not move what is chosen. */
function withRecords(own: PaletteEntry[], found: Found, { text, reader, onlyCommands }: Shown): PaletteEntry[] {
  if (onlyCommands) return own;
  if (wordsOf(text).length === 0) return [...recentEntries(reader), ...own];
  const records = foundEntries(found.items, found.text !== text, text);
  return [...own, ...records, searchPageEntry(text)];
}

function announcement(
  { isLoading, failure, items }: Found,
  entries: readonly PaletteEntry[],
  hasWord: boolean,
): string {
  if (!hasWord) return "";
  if (isLoading) return "Searching";
  if (failure) return `Records cannot be searched: ${failure}`;
  const records = items.length === 0 ? "no record" : `${items.length} ${items.length === 1 ? "record" : "records"}`;
  return `${entries.length} ${entries.length === 1 ? "line" : "lines"}, ${records} among them`;
}

function Failure({ cause, retry }: { cause: string; retry: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-2 px-2 py-1 text-sm">
      <StatusIcon tone="unknown" />
      <span>Records cannot be searched: {cause}</span>
      <Button size="sm" onClick={retry}>
        Try again
      </Button>
    </div>
  );
}
