import type { Role } from "@/lib/core/access";
import type { Authority } from "@/lib/core/approval/standing";
import type { ManifestContent } from "@/lib/core/manifest/schema";
import type { Action } from "@/lib/web/action";

export type SignedManifest = { revision: number; digest: string; content: ManifestContent };
export type Signed = { id: string; signedAt: string; decision: "approve" | "reject" };
export type SignAction = Action<Signed>;
export type WithdrawAction = Action<{ id: string; releaseId: string; withdrawnAt: string }>;
export type StandingSignature = {
  id: string;
  decision: "approve" | "reject";
  role: Role;
  /** Name of whom the reader acted for. */
  onBehalfOf: string | null;
  signedAt: string;
};
export type Signing = {
  /** Why the reader may not sign, or null. */
  bar: string | null;
  /** In which roles they may, and for whom. */
  authorities: readonly Authority[];
  /** What keeps other roles that they have from signing. */
  notes: readonly string[];
};
