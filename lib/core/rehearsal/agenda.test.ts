import { expect, it } from "vitest";
import { agendaOf, byUrgency, needsRehearsal } from "./agenda";
import type { FreshnessIndicator } from "./indicator";

const at = new Date("2026-02-27T23:30:00Z");
const item = (id: string, on: string | null, isOverdue = false) => ({ id, on, isOverdue });

it("what is overdue comes first, then the coming eight weeks by day, today included", () => {
  const agenda = agendaOf(
    [
      item("in March", "2026-03-01"),
      item("yesterday's", "2026-02-26"),
      item("today", "2026-02-27"),
      item("late", "2026-02-01", true),
      item("never", null, true),
      item("also in March", "2026-03-01"),
      item("the last day", "2026-04-23"),
      item("too far", "2026-04-24"),
      item("undated", null),
    ],
    at,
  );
  expect(agenda.overdue.map(({ id }) => id)).toEqual(["late", "never"]);
  expect(agenda.days.map(({ on, items }) => [on, ...items.map(({ id }) => id)])).toEqual([
    ["2026-02-27", "today"],
    ["2026-03-01", "in March", "also in March"],
    ["2026-04-23", "the last day"],
  ]);
});

it("every word but fresh and due soon asks for a rehearsal, in the order of urgency", () => {
  const of = (word: FreshnessIndicator["word"], dueAt: string | null = null) => ({ word, dueAt, dueInDays: null });
  const words = (["never", "fresh", "overdue", "failed", "due_soon", "stale", "error"] as const).map((word) =>
    of(word),
  );
  expect(words.toSorted(byUrgency).map(({ word }) => word)).toEqual([
    "failed",
    "error",
    "stale",
    "overdue",
    "due_soon",
    "fresh",
    "never",
  ]);
  expect(words.filter(needsRehearsal).map(({ word }) => word)).toEqual([
    "never",
    "overdue",
    "failed",
    "stale",
    "error",
  ]);
  expect([of("stale", "2026-02-02"), of("stale", "2026-02-01")].toSorted(byUrgency)[0]?.dueAt).toBe("2026-02-01");
});
