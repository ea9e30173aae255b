import { parseInstant } from "@/lib/core/instant";
import type { Context } from "../context";
import { cureOf, peopleWith, pipelineCure } from "../cures";
import type { WaiverFact } from "../facts";
import type { Judged } from "../judged";
import {
  type Cure,
  type Frame,
  fallsShort,
  type Judgement,
  notKnown,
  type Part,
  type PartPlace,
  passes,
} from "../judgement";
import { coversPart, type StandingWaiver } from "../waiving";

type Fault = { outcome: "fail" | "error"; detail: string; part: Part; waiverId: string | null };

/**
 * No waiver in use is expired, revoked or otherwise worthless. In use is a waiver of a check that does not pass and
 * that no valid waiver covers, and any that the scorecard refers to. One whose times cannot be read is an error.
 */
export function waiversValid(
  context: Context,
  judged: readonly Judged[],
  waivers: readonly StandingWaiver[],
): Judgement {
  const owner = context.policy.waiverRoles[0] ?? "change-board";
  const frame: Frame = { threshold: 0, unit: "waivers", owner };
  if (!context.waivers.known) {
    const cure: Cure = { key: "waivers", action: "Look up the waivers again", owner: "admin", people: [] };
    return notKnown(frame, context.waivers, cureOf(context.waivers, cure));
  }
  const faults = [
    ...unreadable(context, owner, judged, waivers),
    ...unknownClaims(context),
    ...lapsed(judged, waivers),
  ];
  const first = faults[0];
  if (!first) return passes(frame, 0);
  const evidence = { kind: "waiver", id: first.waiverId, label: first.detail, at: null } as const;
  return fallsShort(
    { ...frame, evidence },
    {
      outcome: faults.some(({ outcome }) => outcome === "error") ? "error" : "fail",
      observed: faults.length,
      details: [...new Set(faults.map(({ detail }) => detail))],
      remedy: "Grant a new waiver, or mend what it was granted for",
      parts: faults.map(({ part }) => part),
    },
  );
}

function unreadable(
  context: Context,
  owner: string,
  judged: readonly Judged[],
  waivers: readonly StandingWaiver[],
): Fault[] {
  const broken = waivers.filter(({ standing }) => standing.state === "error");
  const people = context.policy.waiverRoles.flatMap((role) => peopleWith(context, role));
  return broken.map(({ waiver, standing }): Fault => {
    const action = `Revoke waiver ${waiver.id} and grant it again with a readable expiry`;
    const cure: Cure = { key: `regrant:${waiver.id}`, action, owner, people: [...new Set(people)].sort() };
    const detail = `waiver ${waiver.id} of ${waiver.checkId}: ${standing.reason}`;
    const part = { finding: waiver.id, cures: [cure], alsoClears: coverable(waiver, judged) };
    return { outcome: "error", detail, part, waiverId: waiver.id };
  });
}

/** What the waiver would cover, were it valid. */
function coverable(waiver: WaiverFact, judged: readonly Judged[]): PartPlace[] {
  return judged
    .filter(({ blocking, waivable }) => blocking && waivable)
    .flatMap((check) =>
      check.uncovered
        .filter((part) => coversPart(waiver, check, part))
        .map(({ finding }) => ({ check: check.id, finding })),
    );
}

/** Waivers that the scorecard refers to, of which nothing is known here, or which it writes unreadably. */
function unknownClaims(context: Context): Fault[] {
  const { scorecard, waivers } = context;
  if (!scorecard.known || !waivers.known) return [];
  const ids = new Set(waivers.value.map(({ id }) => id));
  const cures = [pipelineCure(context)];
  return scorecard.value.scorecard.waivers.flatMap(({ id, expiresAt }): Fault[] => {
    const name = id ?? "without an id";
    const part: Part = { finding: id, cures };
    if (expiresAt !== null && parseInstant(expiresAt) === null) {
      const detail = `the scorecard's waiver ${name} has the unreadable expiry "${expiresAt}"`;
      return [{ outcome: "error", detail, part, waiverId: id }];
    }
    if (id === null || ids.has(id)) return [];
    return [{ outcome: "fail", detail: `the scorecard refers to the unknown waiver ${id}`, part, waiverId: id }];
  });
}

/** Waivers that would cover what blocks, were they still good. Whatever clears the check clears these too. */
function lapsed(judged: readonly Judged[], waivers: readonly StandingWaiver[]): Fault[] {
  const worthless = waivers.filter(({ standing }) =>
    ["expired", "revoked", "void", "not_yet"].includes(standing.state),
  );
  return judged
    .filter(({ blocking, waivable }) => blocking && waivable)
    .flatMap((check) =>
      check.uncovered.flatMap((part) =>
        worthless
          .filter(({ waiver }) => coversPart(waiver, check, part))
          .map(({ waiver, standing }): Fault => {
            const detail = `waiver ${waiver.id} of ${check.id} ${standing.reason}`;
            const follows = { check: check.id, finding: part.finding };
            return {
              outcome: "fail",
              detail,
              part: { finding: waiver.id, cures: part.cures, follows },
              waiverId: waiver.id,
            };
          }),
      ),
    );
}
