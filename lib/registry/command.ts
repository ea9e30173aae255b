import { sql } from "drizzle-orm";
import type { z } from "zod";
import { type Tx, transaction } from "@/db/client";
import { type Actor, can, type Permission, rolesWith } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { parseWith } from "@/lib/core/parse";
import { claimKey, keepAnswer } from "./idempotency";
import { appendToLedger, type LedgerRecord } from "./ledger/append";
import { requireStorableText } from "./storable-text";

/** A person's identity proved again at this moment, by password or at the identity provider. */
export type StepUp = { personId: string; method: "password" | "oidc"; at: Date };

export type Context = {
  actor: Actor;
  stepUp?: StepUp;
  idempotencyKey?: string;
  /** Only tests and the sample generator set the clock; every door leaves it to the database. */
  clock?: () => Date;
};
export type CommandScope<A extends Actor = Actor> = {
  tx: Tx;
  actor: A;
  now: Date;
  /** The clock again, after waiting for a lock. */
  readClock(): Promise<Date>;
};
/**
 * `record` is what the ledger keeps; "unchanged" only where the same thing was already stored.
 * `refusal` commits the record of a refused attempt and then throws.
 * `announce` tells logs and traces what has happened, once it is committed.
 */
export type CommandOutcome<T> = {
  value: T;
  record: LedgerRecord | "unchanged";
  refusal?: DomainError;
  announce?: () => void;
};

type Definition<I extends z.ZodType, T> = {
  name: string;
  input: I;
  permission: Permission;
  /** The actor must have proved its identity within the last two minutes. */
  stepUp?: boolean;
  run(scope: CommandScope, input: z.output<I>): Promise<CommandOutcome<T>>;
};
export type Command<I, T> = ((context: Context, input: unknown) => Promise<T>) & {
  commandName: string;
  input: I;
  permission: Permission;
};

const STEP_UP_SECONDS = 120;

/**
 * The only way to write a governed table: authorise, parse, one transaction, run, ledger entry last, commit.
 * Leaving out the ledger record is a compile error.
 */
export function command<I extends z.ZodType, T>(definition: Definition<I, T>): Command<I, T> {
  const { name, input, permission } = definition;
  const execute = async (context: Context, raw: unknown): Promise<T> => {
    requirePermission(context.actor, permission);
    requireStorableText(raw);
    const parsed = parseWith(input, raw, name);
    const { value, refusal, announce } = await transaction(scopeOf(context.actor), (tx) =>
      perform(tx, context, definition, parsed),
    );
    // What the sample's generator stages in the past is no news.
    if (!context.clock) announce?.();
    if (refusal) throw refusal;
    return value;
  };
  return Object.assign(execute, { commandName: name, input, permission });
}

async function perform<I extends z.ZodType, T>(
  tx: Tx,
  context: Context,
  definition: Definition<I, T>,
  input: z.output<I>,
): Promise<Omit<CommandOutcome<T>, "record">> {
  const { actor } = context;
  const readClock = async () => context.clock?.() ?? databaseTime(tx);
  const now = await readClock();
  if (definition.stepUp) requireStepUp(context, now);
  const claim = context.idempotencyKey
    ? await claimKey(tx, { actor, key: context.idempotencyKey, command: definition.name, input, at: now })
    : null;
  if (claim?.answered) return claim.answer as { value: T; refusal?: DomainError };
  const { value, record, refusal, announce } = await definition.run({ tx, actor, now, readClock }, input);
  if (claim) await keepAnswer(tx, claim, { value, refusal });
  if (record !== "unchanged") {
    const told = definition.stepUp ? { ...record, data: { ...record.data, ...confirmedWith(context) } } : record;
    await appendToLedger(tx, { command: definition.name, actor, at: now, record: told });
  }
  return { value, refusal, announce };
}

export const scopeOf = (actor: Actor) => ({
  tenantId: actor.tenantId,
  personId: actor.kind === "person" ? actor.id : undefined,
});

/** Throws `forbidden`, naming the roles that could. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (can(actor, permission)) return;
  const who = { person: "Your roles", token: "This token", integration: "An integration", system: "A background job" }[
    actor.kind
  ];
  const roles = rolesWith(permission);
  const hint = actor.kind === "person" && roles.length > 0 ? ` It takes ${roles.join(" or ")}.` : "";
  throw new DomainError("forbidden", `${who} may not ${permission}.${hint}`);
}

function requireStepUp({ actor, stepUp }: Context, now: Date): void {
  const age = stepUp ? Math.abs(now.getTime() - stepUp.at.getTime()) / 1000 : Number.POSITIVE_INFINITY;
  // A time that cannot be read is no proof: NaN is not within the limit either.
  if (!stepUp || stepUp.personId !== actor.id || !(age <= STEP_UP_SECONDS)) {
    throw new DomainError("unauthenticated", "Confirm that it is you, then try again.");
  }
}

/** How whoever acted proved to be it: what an auditor asks of a signature. */
const confirmedWith = ({ stepUp }: Context) => (stepUp ? { confirmedWith: stepUp.method } : {});

/** The clock by which everything is judged. */
export async function databaseTime(tx: Tx): Promise<Date> {
  const result = await tx.execute<{ now: string }>(
    sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  );
  return new Date(result.rows[0]?.now ?? Number.NaN);
}
