import type { CheckId } from "./check-ids";
import type { Unknown } from "./known";
import type { Evidence, Outcome } from "./verdict";

/** Something that somebody can do. Cures with one `key` are one and the same action, whatever check asks for it. */
export type Cure = { key: string; action: string; owner: string; people: string[] };

/** Names a part of a check. */
export type PartPlace = { check: CheckId; finding: string | null };

/** One part of a check that does not pass: a suite, a finding, a role, or (null) the check as a whole. */
export type Part = {
  finding: string | null;
  /** What people call the finding, where that is not its id. */
  name?: string;
  /** Any one of these clears the part; so does a waiver, where the policy allows one. */
  cures: Cure[];
  /** The part of another check that this one hangs on: whatever clears that one clears this one too. */
  follows?: PartPlace;
  /** Parts of other checks that the cures of this one clear as well. */
  alsoClears?: PartPlace[];
};

/** What one check makes of the facts, before waivers are considered. */
export type Judgement = {
  outcome: Outcome;
  observed: number | string | null;
  threshold: number | string | null;
  unit: string | null;
  evidence: Evidence | null;
  /** One line for each thing that does not pass. */
  details: string[];
  remedy: string;
  owner: string;
  /** Empty exactly when the check passes. */
  parts: Part[];
  /** A waiver of the whole check does not stand for those of its named findings. */
  ownWaiverEach?: boolean;
};

/** What stays the same whatever the outcome of a check is. */
export type Frame = Pick<Judgement, "threshold" | "unit" | "owner"> & { evidence?: Evidence | null };

export function passes(frame: Frame, observed: Judgement["observed"]): Judgement {
  return { evidence: null, ...frame, outcome: "pass", observed, details: [], remedy: "", parts: [] };
}

export type Shortfall = {
  outcome: Exclude<Outcome, "pass">;
  observed: Judgement["observed"];
  details: string[];
  /** What to do, in words; the first cure's action when left out. */
  remedy?: string;
  parts: Part[];
  ownWaiverEach?: boolean;
};

export function fallsShort(frame: Frame, shortfall: Shortfall): Judgement {
  const remedy = shortfall.remedy ?? shortfall.parts[0]?.cures[0]?.action ?? "";
  return { evidence: null, ...frame, ...shortfall, remedy };
}

/** The check as a whole, cured by any of these. */
export function whole(...cures: Cure[]): Part[] {
  return [{ finding: null, cures }];
}

/** A check whose evidence is unknown: missing, or an error. */
export function notKnown(frame: Frame, { outcome, reason }: Unknown, cure: Cure): Judgement {
  return fallsShort(frame, { outcome, observed: null, details: [reason], parts: whole(cure) });
}

/** A number for people, without the noise of binary fractions. */
export function plainNumber(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
