import { compareText } from "@/lib/core/approval/counting";
import { isInForce, nextOccurrence } from "@/lib/core/calendar/occurrences";
import { faultsOf, type ReadableEntry, readable, windowsFor } from "@/lib/core/calendar/scope";
import { ruleSentence } from "@/lib/core/calendar/sentence";
import { wallText } from "@/lib/core/calendar/wall";
import { parseInstant } from "@/lib/core/instant";
import type { Context } from "../context";
import { calendarsCure, cureOf, manifestCure, peopleWith } from "../cures";
import { type Cure, type Frame, fallsShort, type Judgement, notKnown, passes, whole } from "../judgement";
import { noFact } from "../known";
import { manifestEvidence } from "./manifest";

const OWNER = "release-engineer";

/**
 * Now is within the manifest's rollout window, both ends included, and, where the calendar has rollout windows for this
 * service or else for its environment, within one of them. Judged for entry to production only.
 */
export function rolloutWindow(context: Context): Judgement {
  const { manifest, release, at } = context;
  const frame: Frame = { threshold: null, unit: null, owner: OWNER, evidence: manifestEvidence(manifest) };
  if (!release.isProduction) return passes(frame, "not production");
  const revise = manifestCure(context);
  if (!manifest.known) return notKnown(frame, manifest, cureOf(manifest, revise));
  const window: unknown = manifest.value.content.rollout_window;
  const [start, end] = readWindow(window);
  if (!start || !end || !(start < end)) {
    return notKnown(frame, noFact("error", "the rollout window cannot be read as two times with a zone"), revise);
  }
  const judged: Frame = { ...frame, threshold: `${start.toISOString()} to ${end.toISOString()}` };
  if (at >= start && at <= end) return withinCalendar(context, judged, end);
  if (at < start) {
    const details = [`the window opens at ${start.toISOString()}`];
    const action = `Wait until the rollout window opens at ${start.toISOString()}`;
    const parts = whole(waitCure(context, action), revise);
    return fallsShort(judged, { outcome: "fail", observed: "not open yet", details, parts });
  }
  const details = [`the window closed at ${end.toISOString()}`];
  return fallsShort(judged, { outcome: "fail", observed: "closed", details, parts: whole(revise) });
}

function readWindow(window: unknown): [Date | null, Date | null] {
  if (typeof window !== "object" || window === null) return [null, null];
  const read = (key: string) => parseInstant(Object.hasOwn(window, key) ? Reflect.get(window, key) : null);
  return [read("start"), read("end")];
}

function waitCure(context: Context, action: string): Cure {
  return { key: "wait", action, owner: OWNER, people: peopleWith(context, OWNER) };
}

/** The manifest's own window is open until `end`: so must be one of the calendar's, where it has any. */
function withinCalendar(context: Context, frame: Frame, end: Date): Judgement {
  const { calendars, release, at } = context;
  const mend = calendarsCure(context);
  if (!calendars.known) return notKnown(frame, calendars, cureOf(calendars, mend));
  const windows = windowsFor(calendars.value, release, at);
  const faults = faultsOf(windows);
  if (faults.length > 0) {
    return fallsShort(frame, { outcome: "error", observed: null, details: faults, parts: whole(mend) });
  }
  const entries = readable(windows).sort((one, other) => compareText(one.fact.id, other.fact.id));
  if (entries.length === 0 || entries.some(({ times }) => isInForce(times, at))) return passes(frame, "open");
  return outsideOfCalendar(context, frame, end, entries);
}

function outsideOfCalendar(context: Context, frame: Frame, end: Date, entries: readonly ReadableEntry[]): Judgement {
  const outside = entries.map(({ fact, times }) => `outside of ${fact.name}: ${ruleSentence(times)}`);
  const next = nextOpening(entries, context.at);
  const first = entries[0]?.fact;
  const evidence = first ? ({ kind: "calendar", id: first.id, label: first.name, at: first.validFrom } as const) : null;
  const shortfall = { outcome: "fail", observed: "outside of every rollout window" } as const;
  if (!next) {
    const details = [...outside, "no rollout window opens again"];
    const action = "Add a rollout window to the calendar, or end the ones that are over";
    const parts = whole({ ...calendarsCure(context), action });
    return fallsShort({ ...frame, evidence }, { ...shortfall, details, parts });
  }
  const opens = `${wallText(next.at, next.timeZone)} (${next.at.toISOString()})`;
  const details = [...outside, `${next.name} opens next at ${opens}`];
  const wait = waitCure(context, `Wait until the rollout window ${next.name} opens at ${next.at.toISOString()}`);
  if (next.at <= end) return fallsShort({ ...frame, evidence }, { ...shortfall, details, parts: whole(wait) });
  const late = `the manifest's own window closes before that, at ${end.toISOString()}`;
  const parts = whole(manifestCure(context));
  const remedy = `Put a revision of the manifest whose window is open at ${next.at.toISOString()} or later`;
  return fallsShort({ ...frame, evidence }, { ...shortfall, details: [...details, late], remedy, parts });
}

function nextOpening(entries: readonly ReadableEntry[], at: Date) {
  const openings = entries.flatMap(({ fact, times }) => {
    const next = nextOccurrence(times, at);
    return next ? [{ at: next.start, name: fact.name, timeZone: times.timeZone }] : [];
  });
  return openings.sort((one, other) => one.at.getTime() - other.at.getTime())[0] ?? null;
}
