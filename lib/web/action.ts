import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { requireActor } from "@/lib/auth/actor";
import { invalid } from "@/lib/core/errors";
import type { Command, Context } from "@/lib/registry/command";
import { stepUp } from "@/lib/registry/person/sign-in";
import { type Failure, failureOf } from "./failure";
import { requireSameOrigin } from "./same-origin";

export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: Failure };
export type Action<T> = (input: unknown) => Promise<ActionResult<T>>;

/** The one wrapper of server actions: same origin, session, command, revalidation, result. `changed` names pages. */
export function action<I, T>(command: Command<I, T>, changed: (data: T) => string[]): Action<T> {
  return perform(command, changed, async (input) => ({ context: { actor: await requireActor() }, input }));
}

/** As `action`, for commands that ask for the password again: it is taken out of the input and checked first. */
export function signedAction<I, T>(command: Command<I, T>, changed: (data: T) => string[]): Action<T> {
  return perform(command, changed, async (input) => {
    const actor = await requireActor();
    const { password, ...rest } = (input ?? {}) as { password?: unknown };
    if (typeof password !== "string" || password === "") throw invalid("password", "type your password to sign");
    return { context: { actor, stepUp: await stepUp(actor.id, password) }, input: rest };
  });
}

function perform<I, T>(
  command: Command<I, T>,
  changed: (data: T) => string[],
  prepare: (input: unknown) => Promise<{ context: Context; input: unknown }>,
): Action<T> {
  return async (raw) => {
    try {
      requireSameOrigin(await headers());
      const { context, input } = await prepare(raw);
      const data = await command(context, input);
      for (const path of changed(data)) revalidatePath(path);
      return { ok: true, data };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, error: failureOf(error) };
    }
  };
}
