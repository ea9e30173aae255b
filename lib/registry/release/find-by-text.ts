import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { isRecordId } from "../record-id";
import { type FoundRelease, findRelease } from "./find";

/** The release of an id from an address: text that is no id is `not_found`, as another tenant's id is. */
export async function findReleaseByText(tx: Tx, actor: Actor, id: string): Promise<FoundRelease> {
  if (!isRecordId(id)) throw new DomainError("not_found", "There is no such release.");
  return findRelease(tx, actor, id);
}
