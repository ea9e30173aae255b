import { describe, expect, it } from "vitest";
import { ENTRY_KINDS, type EntryKind } from "@/lib/core/incident/model";
import { isReferring, type ShownEntry } from "@/lib/core/incident/timeline";
import { type EntryFilter, entryFilter, filteredEntries } from "./entry-filter";

const shown = (kind: EntryKind, more: { text?: string; pinned?: boolean; evidenceUrl?: string } = {}): ShownEntry => ({
  entry: {
    ...{ id: kind, sequence: 1, kind, at: "2026-03-01T12:00:00Z", recordedAt: "2026-03-01T12:00:00Z" },
    ...{ text: "as it was typed", refersTo: null, evidenceUrl: more.evidenceUrl ?? null, data: {} },
    by: { kind: "person", id: "p", name: "Pat Person" },
  },
  ...{ text: more.text ?? "the pool", corrected: [], pinned: more.pinned ?? false },
});
const of = (all: ShownEntry[], part: EntryFilter | null, words = "") =>
  filteredEntries(all, part, words).map(({ entry }) => entry.kind);

describe("a filtered timeline", () => {
  it("has each kind that is shown by itself in exactly one of typed, response and changes", () => {
    const kinds = ENTRY_KINDS.filter((kind) => !isReferring(kind));
    const all = kinds.map((kind) => shown(kind));
    const parts = (["typed", "response", "changes"] as const).flatMap((part) => of(all, part));
    expect(parts.toSorted()).toEqual(kinds.toSorted());
    expect(of(all, null)).toEqual(kinds);
  });

  it("finds what is pinned, and what rests on evidence", () => {
    const all = [
      shown("note"),
      shown("state", { pinned: true }),
      shown("update", { evidenceUrl: "https://e.example" }),
    ];
    expect(of(all, "pinned")).toEqual(["state"]);
    expect(of(all, "evidence")).toEqual(["update"]);
  });

  it("seeks in the text that holds and in the author's name, whatever their case", () => {
    const all = [shown("note", { text: "Drained the QUEUE" }), shown("update")];
    expect(of(all, null, " queue ")).toEqual(["note"]);
    expect(of(all, null, "pat p")).toEqual(["note", "update"]);
    expect(of(all, "updates", "queue")).toEqual([]);
    expect(of(all, null, "as it was typed")).toEqual([]);
  });

  it("shows everything for a part that there is not", () => {
    expect(entryFilter("toString")).toBeNull();
    expect(entryFilter(null)).toBeNull();
    expect(entryFilter("pinned")).toBe("pinned");
  });
});
