import { z } from "zod";
import type { CheckId } from "@/lib/core/gate/check-ids";
import type { CheckResult, Evidence, Verdict } from "@/lib/core/gate/verdict";

const isText = (given: unknown) => typeof given === "string" && given !== "";
/** Any name: a newer server may know checks that this program does not. */
const checkId = z.custom<CheckId>(isText, "must be the name of a check");

const value = z.union([z.number(), z.string()]).nullable();
const evidence = z.looseObject({
  kind: z.custom<Evidence["kind"]>(isText, "must be a kind of record"),
  id: z.string().nullable(),
  label: z.string(),
  at: z.string().nullable(),
});
const check = z.looseObject({
  id: checkId,
  title: z.string(),
  outcome: z.enum(["pass", "fail", "missing", "error"]),
  blocking: z.boolean(),
  waivable: z.boolean(),
  waived: z.boolean(),
  waiverIds: z.array(z.string()),
  observed: value,
  threshold: value,
  unit: z.string().nullable(),
  evidence: evidence.nullable(),
  details: z.array(z.string()),
  remedy: z.string(),
  owner: z.string(),
});
const fix = z.looseObject({
  action: z.string(),
  owner: z.string(),
  people: z.array(z.string()),
  clears: z.array(checkId),
});

/** A verdict that came over a wire. One that says approve while a check of it blocks contradicts itself. */
export const verdictAnswer: z.ZodType<Verdict> = z
  .looseObject({
    verdict: z.enum(["approve", "waiver_required", "reject"]),
    summary: z.string(),
    checks: z.array(check),
    fixes: z.array(fix),
    policyDigest: z.string().nullable(),
    factsDigest: z.string(),
    at: z.string(),
  })
  .refine(({ verdict, checks, policyDigest }) => verdict !== "approve" || isApproved(checks, policyDigest), {
    message: "says approve, but its own checks do not",
    path: ["verdict"],
  });

const isApproved = (checks: CheckResult[], policyDigest: string | null): boolean =>
  policyDigest !== null && checks.length > 0 && !checks.some(isBlocker);

/** A check that keeps the release from shipping. */
export const isBlocker = ({ blocking, outcome, waived }: CheckResult): boolean =>
  blocking && outcome !== "pass" && !waived;
