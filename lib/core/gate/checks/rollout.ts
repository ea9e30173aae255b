import { parseInstant } from "@/lib/core/instant";
import type { Context } from "../context";
import { cureOf, manifestCure, peopleWith } from "../cures";
import { type Cure, type Frame, fallsShort, type Judgement, notKnown, passes, whole } from "../judgement";
import { noFact } from "../known";
import { manifestEvidence } from "./manifest";

/** Now is within the manifest's rollout window, both ends included. Judged for entry to production only. */
export function rolloutWindow(context: Context): Judgement {
  const { manifest, release, at } = context;
  const owner = "release-engineer";
  const frame: Frame = { threshold: null, unit: null, owner, evidence: manifestEvidence(manifest) };
  if (!release.isProduction) return passes(frame, "not production");
  const revise = manifestCure(context);
  if (!manifest.known) return notKnown(frame, manifest, cureOf(manifest, revise));
  const window: unknown = manifest.value.content.rollout_window;
  const [start, end] = readWindow(window);
  if (!start || !end || !(start < end)) {
    return notKnown(frame, noFact("error", "the rollout window cannot be read as two times with a zone"), revise);
  }
  const judged: Frame = { ...frame, threshold: `${start.toISOString()} to ${end.toISOString()}` };
  if (at >= start && at <= end) return passes(judged, "open");
  if (at < start) {
    const details = [`the window opens at ${start.toISOString()}`];
    const wait: Cure = {
      key: "wait",
      action: `Wait until the rollout window opens at ${start.toISOString()}`,
      owner,
      people: peopleWith(context, owner),
    };
    return fallsShort(judged, { outcome: "fail", observed: "not open yet", details, parts: whole(wait, revise) });
  }
  const details = [`the window closed at ${end.toISOString()}`];
  return fallsShort(judged, { outcome: "fail", observed: "closed", details, parts: whole(revise) });
}

function readWindow(window: unknown): [Date | null, Date | null] {
  if (typeof window !== "object" || window === null) return [null, null];
  const read = (key: string) => parseInstant(Object.hasOwn(window, key) ? Reflect.get(window, key) : null);
  return [read("start"), read("end")];
}
