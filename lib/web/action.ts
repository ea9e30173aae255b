import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { requireActor } from "@/lib/auth/actor";
import { invalid } from "@/lib/core/errors";
import type { Command, Context } from "@/lib/registry/command";
import { giveBackConfirmation, spendConfirmation } from "@/lib/registry/person/confirmation";
import { stepUp } from "@/lib/registry/person/sign-in";
import { type Failure, failureOf } from "./failure";
import { requireSameOrigin } from "./same-origin";

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: Failure };
export type Action<T> = (input: unknown) => Promise<ActionResult<T>>;

/** The one wrapper of server actions: same origin, session, command, revalidation, result. `changed` names pages. */
export function action<I, T>(command: Command<I, T>, changed: (data: T) => string[]): Action<T> {
  return perform(command, changed, async (input) => ({ context: { actor: await requireActor() }, input }));
}

/**
 * As `action`, for commands that ask who it is again: the password, or the id of a confirmation by the identity
 * provider, is taken out of the input and checked first.
 */
export function signedAction<I, T>(command: Command<I, T>, changed: (data: T) => string[]): Action<T> {
  return perform(command, changed, async (input) => {
    const actor = await requireActor();
    const { password, confirmation, ...rest } = (input ?? {}) as { password?: unknown; confirmation?: unknown };
    if (typeof confirmation === "string" && confirmation !== "") {
      const proof = await spendConfirmation(actor.id, confirmation);
      const undo = () => giveBackConfirmation(actor.id, confirmation);
      return { context: { actor, stepUp: proof }, input: rest, undo };
    }
    if (typeof password !== "string" || password === "") throw invalid("password", "confirm that it is you");
    return { context: { actor, stepUp: await stepUp(actor.id, password) }, input: rest };
  });
}

/** `undo` is for what was used up in preparing, when the command was refused or failed. */
type Prepared = { context: Context; input: unknown; undo?: () => Promise<void> };

function perform<I, T>(
  command: Command<I, T>,
  changed: (data: T) => string[],
  prepare: (input: unknown) => Promise<Prepared>,
): Action<T> {
  return async (raw) => {
    try {
      requireSameOrigin(await headers());
      const { context, input, undo } = await prepare(raw);
      const data = await command(context, input).catch(async (error) => {
        await undo?.();
        throw error;
      });
      for (const path of changed(data)) revalidatePath(path);
      return { ok: true, data };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, error: failureOf(error) };
    }
  };
}
