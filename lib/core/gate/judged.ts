import type { CheckId } from "./check-ids";
import type { Judgement, Part } from "./judgement";

/** A check after waivers were considered. */
export type Judged = {
  id: CheckId;
  title: string;
  blocking: boolean;
  /** By the policy, and the policy allows waivers at all. */
  waivable: boolean;
  judgement: Judgement;
  /** Parts that neither pass nor are covered by a waiver that is valid now. */
  uncovered: Part[];
  waiverIds: string[];
};

/** Whether the check keeps the release from shipping. */
export function blocks(judged: Judged): boolean {
  return judged.blocking && judged.judgement.outcome !== "pass" && !isWaived(judged);
}

/** Every part that does not pass is covered, and there is at least one that could be. */
export function isWaived({ judgement, uncovered }: Judged): boolean {
  return judgement.outcome !== "pass" && judgement.parts.length > 0 && uncovered.length === 0;
}
