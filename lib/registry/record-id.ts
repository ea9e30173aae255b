import { z } from "zod";
import { DomainError } from "@/lib/core/errors";

const shape = z.uuid();

/** An id from an address, or `not_found`: text that is no id names no record. */
export function requireRecordId(id: string, what: string): string {
  if (shape.safeParse(id).success) return id;
  throw new DomainError("not_found", `There is no such ${what}.`);
}
