import { notFound, unstable_rethrow } from "next/navigation";
import { isDomainError } from "@/lib/core/errors";
import { type Failure, failureOf } from "./failure";

export type Loaded<T> = { ok: true; data: T } | { ok: false; failure: Failure };

/** What a page reads, or why not in words that may be shown. A record that is not there is the page "not found". */
export async function load<T>(reading: Promise<T>): Promise<Loaded<T>> {
  try {
    return { ok: true, data: await reading };
  } catch (error) {
    unstable_rethrow(error);
    if (isDomainError(error) && error.code === "not_found") notFound();
    return { ok: false, failure: failureOf(error) };
  }
}
