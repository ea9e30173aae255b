import { digestOf } from "@/lib/core/digest";
import type { Policy } from "./model";

/** SHA-256 over the RFC 8785 form of the complete policy: two documents that mean the same have one digest. */
export function policyDigest(policy: Policy): string {
  return digestOf(policy);
}
