import type { Role } from "@/lib/core/access";
import { signRelease } from "@/lib/registry/release/sign";
import { withdrawSignature } from "@/lib/registry/release/withdraw";
import { after, askGate, by, type Draft } from "./draft";
import { putRevision } from "./evidence";
import type { PersonKey } from "./people";
import type { Review } from "./plan";
import type { Story } from "./story";

export type Signer = { key: PersonKey; role: Role };

/** Who signs: one person for each role of the environment's matrix, all different. */
export function signersOf({ environment, random }: Draft): [Signer, ...Signer[]] {
  if (environment === "staging") return [{ key: random.pick(["jonas", "amara"]), role: "release-engineer" }];
  const board = random.pick<PersonKey>(["tomas", "tomas", "ines"]);
  return [
    { key: random.pick(["priya", "lukas"]), role: "sre-on-call" },
    { key: board, role: "change-board" },
    { key: board === "tomas" ? random.pick(["mei", "mei", "ines"]) : "mei", role: "product-owner" },
  ];
}

export async function sign(
  draft: Draft,
  { key, role }: Signer,
  reason?: string,
  decision = "approve",
): Promise<string> {
  const person = draft.world.people[key];
  const { releaseId, manifestDigest } = draft;
  const input = { releaseId, manifestDigest, decision, role, printedName: person.name, reason };
  return (await signRelease(by(draft, person), input)).id;
}

async function withdraw(draft: Draft, { key }: Signer, signatureId: string, reason: string): Promise<void> {
  await withdrawSignature(by(draft, draft.world.people[key]), { signatureId, reason });
}

const pause = (draft: Draft): Date => after(draft, draft.random.int(18, 70));

/** What happens to the signatures before all of them stand. Ends with every role signed, unless it is refused. */
export async function* reviewed(draft: Draft, kind: Review, previous: string): Story {
  const signers = signersOf(draft);
  yield* prelude(draft, kind, signers, previous);
  if (kind === "refused") return;
  for (const signer of signers) {
    yield pause(draft);
    await sign(draft, signer);
  }
}

async function* prelude(draft: Draft, kind: Review, signers: [Signer, ...Signer[]], previous: string): Story {
  const [first, second = first] = signers;
  if (kind === "straight") return;
  yield pause(draft);
  if (kind === "revised") {
    await sign(draft, first, "Looks right; dashboards are ready.");
    yield* revise(draft, previous);
  } else if (kind === "rejected-revised") {
    await sign(draft, first, "32 workers exhaust the connection pool; halve the concurrency.", "reject");
    yield* revise(draft, previous);
  } else if (kind === "rejection-withdrawn") {
    const rejection = await sign(draft, first, "The rollback step names a version that I cannot find.", "reject");
    yield* settle(draft);
    await withdraw(draft, first, rejection, "Found: the version is in the archive under its old name.");
  } else if (kind === "approval-withdrawn") {
    const approval = await sign(draft, second);
    yield* settle(draft);
    await withdraw(draft, second, approval, "Signed before the summary to the board was out.");
  } else {
    await sign(draft, second, "A critical vulnerability is no matter for a waiver. Fix it first.", "reject");
    yield* settle(draft);
  }
}

async function* revise(draft: Draft, previous: string): Story {
  yield pause(draft);
  await putRevision(draft, previous);
  yield* settle(draft);
}

async function* settle(draft: Draft): Story {
  yield after(draft, 5);
  await askGate(draft);
  yield after(draft, draft.random.int(8, 25));
}
