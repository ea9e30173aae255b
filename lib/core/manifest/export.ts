import { z } from "zod";
import { ROLES } from "@/lib/core/access";
import { sha256Text } from "@/lib/core/digest";
import { invalid } from "@/lib/core/errors";
import type { Delegator, SignatureFact, WaiverFact } from "@/lib/core/gate/facts";
import { parseWith } from "@/lib/core/parse";
import { manifestDigest, parseManifest } from "./parse";
import type { ManifestContent } from "./schema";

const text = z.string().max(20_000);
const role = z.enum(ROLES);

const signatory = z.strictObject({ person_id: text.nullish(), name: text, email: text.nullish() });

/** One signature as it is listed beside the digest. Times are kept as written and judged by the gate. */
const exportedApproval = z.strictObject({
  id: text.nullish(),
  person_id: text.nullish(),
  name: text,
  email: text.nullish(),
  role,
  decision: z.enum(["approve", "reject"]),
  manifest_digest: sha256Text,
  signed_at: text,
  withdrawn_at: text.nullish(),
  reason: text.nullish(),
  /** Whose authority a delegate used; null or left out: their own. */
  on_behalf_of: signatory.nullish(),
});
const exportedWaiver = z.strictObject({
  id: text.min(1, "must not be empty"),
  check: text,
  finding: text.nullish(),
  scope: z.enum(["release", "service"]),
  expires_at: text,
  granted_at: text,
  granted_by: signatory,
  granted_role: role.nullish(),
  revoked_at: text.nullish(),
  superseded_by: text.nullish(),
});
const beside = z.strictObject({
  digest: sha256Text.optional(),
  revision: z.int().positive().nullish(),
  approvals: z.array(exportedApproval).max(10_000).optional(),
  waivers: z.array(exportedWaiver).max(10_000).optional(),
});
const BESIDE_KEYS: readonly string[] = Object.keys(beside.shape);

/** `release-manifest.json`: the content that is signed, and beside it what points to it. */
export const manifestExport = z.looseObject({
  digest: sha256Text,
  revision: z.int().positive(),
  approvals: z.array(exportedApproval),
  waivers: z.array(exportedWaiver),
});
export type ManifestExport = ManifestContent & z.output<typeof manifestExport>;

export type ManifestRecord = {
  content: ManifestContent;
  digest: string;
  revision: number;
  approvals: readonly SignatureFact[];
  waivers: readonly WaiverFact[];
};

/** The manifest in the playbook's field names, with its digest, revision, approvals and waivers beside the content. */
export function exportManifest({ content, digest, revision, approvals, waivers }: ManifestRecord): ManifestExport {
  return { ...content, digest, revision, approvals: approvals.map(toApproval), waivers: waivers.map(toWaiver) };
}

/** A manifest document read back. Null approvals or waivers: the document does not list any, not even none. */
export type SplitManifest = {
  content: ManifestContent;
  digest: string;
  revision: number | null;
  approvals: SignatureFact[] | null;
  waivers: WaiverFact[] | null;
};

/**
 * Separates a manifest document, exported or written by hand, into its content and what is listed beside it. Nobody
 * has verified approvals and waivers that come from a document: roles are those named when signing.
 * Throws `invalid` for a document whose `digest` is not that of its content, and as `parseManifest` does.
 */
export function splitManifestDocument(document: unknown): SplitManifest {
  const isRecord = typeof document === "object" && document !== null && !Array.isArray(document);
  const entries = isRecord ? Object.entries(document) : [];
  const isBeside = ([key]: [string, unknown]) => BESIDE_KEYS.includes(key);
  const content = parseManifest(isRecord ? Object.fromEntries(entries.filter((each) => !isBeside(each))) : document);
  const listed = parseWith(beside, Object.fromEntries(entries.filter(isBeside)), "manifest");
  const digest = manifestDigest(content);
  if (listed.digest !== undefined && listed.digest !== digest) {
    throw invalid("digest", `is ${listed.digest}, but the content has ${digest}: it was changed after the export`);
  }
  return {
    content,
    digest,
    revision: listed.revision ?? null,
    approvals: listed.approvals?.map(fromApproval) ?? null,
    waivers: listed.waivers?.map(fromWaiver) ?? null,
  };
}

function toApproval(signature: SignatureFact): z.output<typeof exportedApproval> {
  const { onBehalfOf } = signature;
  return {
    id: signature.id,
    person_id: signature.personId,
    name: signature.name,
    email: signature.email,
    role: signature.role,
    decision: signature.decision,
    manifest_digest: signature.manifestDigest,
    signed_at: signature.signedAt,
    withdrawn_at: signature.withdrawnAt,
    reason: signature.reason,
    ...(onBehalfOf && {
      on_behalf_of: { person_id: onBehalfOf.personId, name: onBehalfOf.name, email: onBehalfOf.email },
    }),
  };
}

function fromApproval(approval: z.output<typeof exportedApproval>): SignatureFact {
  const lender = approval.on_behalf_of ? personIn(approval.on_behalf_of) : null;
  const { role, signed_at: signedAt } = approval;
  return {
    id: approval.id ?? null,
    ...personIn(approval),
    decision: approval.decision,
    manifestDigest: approval.manifest_digest,
    role,
    rolesNow: lender ? [] : [role],
    signedAt,
    withdrawnAt: approval.withdrawn_at ?? null,
    reason: approval.reason ?? null,
    // A delegation that a document claims is one that stood when it was used; it does not say until when.
    ...(lender && {
      onBehalfOf: lender,
      delegatedNow: [{ role, from: lender, until: signedAt, delegationId: null }],
    }),
  };
}

/** Without an id, e-mail and then name stand for the person, so that one human still counts once. */
function personIn({ person_id, name, email = null }: z.output<typeof signatory>): Delegator {
  return { personId: person_id || email?.trim().toLowerCase() || name.trim().toLowerCase(), name, email };
}

function toWaiver(waiver: WaiverFact): z.output<typeof exportedWaiver> {
  return {
    id: waiver.id,
    check: waiver.checkId,
    finding: waiver.finding,
    scope: waiver.releaseId === null ? "service" : "release",
    expires_at: waiver.expiresAt,
    granted_at: waiver.grantedAt,
    granted_by: { person_id: waiver.grantedBy.id, name: waiver.grantedBy.name, email: waiver.grantedBy.email },
    granted_role: waiver.grantedRole,
    revoked_at: waiver.revokedAt,
    superseded_by: waiver.supersededById,
  };
}

/** A document speaks of one release, so a waiver listed in it is about that release, whichever its scope. */
function fromWaiver(waiver: z.output<typeof exportedWaiver>): WaiverFact {
  const { person_id, name, email } = waiver.granted_by;
  return {
    id: waiver.id,
    checkId: waiver.check,
    finding: waiver.finding ?? null,
    releaseId: null,
    expiresAt: waiver.expires_at,
    grantedAt: waiver.granted_at,
    grantedBy: { kind: "claimed", id: person_id ?? null, name, email: email ?? null },
    grantedRole: waiver.granted_role ?? null,
    revokedAt: waiver.revoked_at ?? null,
    supersededById: waiver.superseded_by ?? null,
  };
}
