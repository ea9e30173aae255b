"use client";

import { Command } from "cmdk";
import { stateWords } from "@/components/search/kind-words";
import { Marked } from "@/components/search/marked";
import { Badge } from "@/components/ui/badge";
import { Kbd } from "@/components/ui/kbd";
import type { PaletteEntry } from "./palette-entries";
import { PaletteIcon } from "./palette-icons";

type PaletteListProps = {
  entries: readonly PaletteEntry[];
  words: readonly string[];
  choose: (entry: PaletteEntry, inNewTab: boolean) => void;
};

/** Entries under the headings of their groups, in their order. */
export function PaletteList({ entries, words, choose }: PaletteListProps) {
  return [...Map.groupBy(entries, ({ group }) => group)].map(([group, own]) => (
    <Command.Group
      key={group}
      heading={group}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-sm"
    >
      {own.map((entry) => (
        <Line key={entry.id} entry={entry} words={words} choose={choose} />
      ))}
    </Command.Group>
  ));
}

type LineProps = Pick<PaletteListProps, "words" | "choose"> & { entry: PaletteEntry };

function Line({ entry, words, choose }: LineProps) {
  const { id, label, detail, state, keys, icon } = entry;
  return (
    <Command.Item
      value={id}
      onSelect={() => choose(entry, false)}
      // A press with ⌘ or Control, or with the middle button, opens what any link would open.
      onClickCapture={(event) => {
        if (!event.metaKey && !event.ctrlKey) return;
        event.stopPropagation();
        choose(entry, true);
      }}
      onAuxClick={(event) => event.button === 1 && choose(entry, true)}
      className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 hover:bg-sunken data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent"
    >
      <PaletteIcon name={icon} />
      <span className="min-w-0 flex-1 break-words">
        <Marked text={label} words={words} />
        {detail && (
          <span className="ms-2 text-muted text-sm">
            <Marked text={detail} words={words} />
          </span>
        )}
      </span>
      {state && <Badge>{stateWords(state)}</Badge>}
      {keys && (
        <span aria-hidden className="flex gap-1 max-sm:hidden">
          {keys.split(" ").map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </Command.Item>
  );
}
