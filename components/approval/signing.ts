import type { Role } from "@/lib/core/access";
import type { ManifestContent } from "@/lib/core/manifest/schema";
import type { Action } from "@/lib/web/action";

export type SignedManifest = { revision: number; digest: string; content: ManifestContent };
export type Signed = { id: string; signedAt: string; decision: "approve" | "reject" };
export type SignAction = Action<Signed>;
export type WithdrawAction = Action<{ id: string; releaseId: string; withdrawnAt: string }>;
export type StandingSignature = { id: string; decision: "approve" | "reject"; role: Role; signedAt: string };
