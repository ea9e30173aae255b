import type { Role } from "@/lib/core/access";
import type { Authority } from "@/lib/core/approval/standing";

/** What a form calls an authority: the role, and for a lent one whose it is. */
export function authorityKey({ role, onBehalfOf }: Authority): string {
  return onBehalfOf ? `${role} for ${onBehalfOf.personId}` : role;
}

/** "change-board, on behalf of Chris Board". */
export function authorityText({ role, onBehalfOf }: Authority): string {
  return onBehalfOf ? `${role}, on behalf of ${onBehalfOf.name}` : role;
}

/** The fields of a signature that was made under this key. */
export function authorityOf(
  authorities: readonly Authority[],
  key: FormDataEntryValue | null,
): { role: Role | null; onBehalfOf?: string } {
  const chosen = authorities.find((each) => authorityKey(each) === key);
  return { role: chosen?.role ?? null, onBehalfOf: chosen?.onBehalfOf?.personId };
}
