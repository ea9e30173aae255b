import { notFound, unstable_rethrow } from "next/navigation";
import { isDomainError } from "@/lib/core/errors";
import { type Failure, failureOf } from "./failure";

export type Loaded<T> = { ok: true; data: T } | { ok: false; failure: Failure };

/** A `query` that was begun: a page hands it to the section that shows it, which then waits for it. */
export type Loading<Query extends (...args: never[]) => Promise<unknown>> = Promise<Loaded<Awaited<ReturnType<Query>>>>;

/** What a page reads, or why not in words that may be shown. A record that is not there is the page "not found". */
export function load<T>(reading: Promise<T>): Promise<Loaded<T>> {
  const loaded = outcomeOf(reading);
  // A page may end with one of its readings ("not found") before it waits for the others.
  loaded.catch(() => {});
  return loaded;
}

async function outcomeOf<T>(reading: Promise<T>): Promise<Loaded<T>> {
  try {
    return { ok: true, data: await reading };
  } catch (error) {
    unstable_rethrow(error);
    if (isDomainError(error) && error.code === "not_found") notFound();
    return { ok: false, failure: failureOf(error) };
  }
}
