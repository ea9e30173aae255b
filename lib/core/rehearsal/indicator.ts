import { parseInstant } from "@/lib/core/instant";
import type { RehearsalFreshness } from "./freshness";
import type { NextDue } from "./programme";

const DAY_MS = 86_400_000;
export const DUE_SOON_DAYS = 7;

/**
 * What is shown of a place's rehearsals everywhere. The gate knows only fresh or not; of what is fresh, `due_soon` is
 * due within seven days and `overdue` is past its programme's date, though not yet too old for the gate.
 */
export type FreshnessIndicator = {
  word: RehearsalFreshness["state"] | "due_soon" | "overdue";
  /** RFC 3339; null where nothing sets a date. */
  dueAt: string | null;
  /** Whole days left, or negative since it was due; both rounded towards now. */
  dueInDays: number | null;
};

/** Judges at `at`. A due date that cannot be read makes nothing fresh. */
export function freshnessIndicator(
  { state }: Pick<RehearsalFreshness, "state">,
  due: NextDue | null,
  at: Date,
): FreshnessIndicator {
  if (due === null) return { word: state, dueAt: null, dueInDays: null };
  const dueAt = parseInstant(due.dueAt);
  if (!dueAt) return { word: "error", dueAt: null, dueInDays: null };
  const leftMs = dueAt.getTime() - at.getTime();
  // `+ 0` so that less than a day overdue is 0 and not -0.
  const dueInDays = Math.trunc(leftMs / DAY_MS) + 0;
  const word = state === "fresh" ? freshWord(leftMs) : state;
  return { word, dueAt: due.dueAt, dueInDays };
}

function freshWord(leftMs: number): FreshnessIndicator["word"] {
  if (leftMs < 0) return "overdue";
  return leftMs <= DUE_SOON_DAYS * DAY_MS ? "due_soon" : "fresh";
}
