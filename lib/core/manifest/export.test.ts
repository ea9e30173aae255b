import { describe, expect, it } from "vitest";
import { digestOf } from "@/lib/core/digest";
import type { SignatureFact, WaiverFact } from "@/lib/core/gate/facts";
import { approval, approvingManifest, CLEO, SAM, waiver } from "@/lib/core/testing/facts";
import { exportManifest, splitManifestDocument } from "./export";

const content = approvingManifest();
const digest = digestOf(content);
const approvals: SignatureFact[] = [
  approval(SAM, digest),
  approval(CLEO, digest, { decision: "reject", reason: "not yet", withdrawnAt: "2025-10-01T11:30:00Z" }),
];
const waivers: WaiverFact[] = [
  waiver("suites.flake_rate", { finding: "unit" }),
  waiver("rehearsal.fresh", { releaseId: null, revokedAt: "2025-10-01T11:00:00Z", supersededById: "waiver-2" }),
];
const exported = exportManifest({ content, digest, revision: 2, approvals, waivers });
const roundTrip = (document: unknown) => splitManifestDocument(JSON.parse(JSON.stringify(document)));

describe("release-manifest.json", () => {
  it("keeps content, digest, revision and every word of approvals and waivers", () => {
    const claimed = waivers.map((each) => ({
      ...each,
      releaseId: null,
      grantedBy: { ...each.grantedBy, kind: "claimed" },
    }));
    expect(roundTrip(exported)).toEqual({ content, digest, revision: 2, approvals, waivers: claimed });
  });

  it("says of a delegate's signature on whose behalf it is, and gives it that one role", () => {
    const from = { personId: "cleo", name: "Cleo Change", email: "cleo@example.test" };
    const acting = approval(SAM, digest, { role: "change-board", onBehalfOf: from });
    const document = exportManifest({ content, digest, revision: 2, approvals: [acting], waivers: [] });
    expect(document.approvals).toMatchObject([{ on_behalf_of: { person_id: "cleo", name: "Cleo Change" } }]);
    expect(roundTrip(document).approvals).toMatchObject([
      { personId: "sam", rolesNow: [], onBehalfOf: from, delegatedNow: [{ role: "change-board", from }] },
    ]);
  });

  it("is refused when its content was changed after the export", () => {
    const changed = { ...exported, configuration_deltas: [{ key: "workers", from: "4", to: "80" }] };
    expect(() => roundTrip(changed)).toThrow(/digest: is sha256:.*changed after the export/);
  });

  it("tells a document that lists no waivers from one that says there are none", () => {
    expect(roundTrip(content)).toMatchObject({ digest, revision: null, approvals: null, waivers: null });
    expect(roundTrip({ ...content, approvals: [], waivers: [] })).toMatchObject({ approvals: [], waivers: [] });
  });

  it("gives a signer only the role that the signature names, and recognises one without an id by e-mail", () => {
    const [first] = exported.approvals;
    const document = { ...content, approvals: [{ ...first, person_id: undefined, email: "Sam@Example.test" }] };
    expect(roundTrip(document).approvals).toMatchObject([{ personId: "sam@example.test", rolesNow: ["sre-on-call"] }]);
  });

  it.each([
    ["an approval of no digest", { approvals: [{ ...exported.approvals[0], manifest_digest: undefined }] }],
    ["an approval with an unknown key", { approvals: [{ ...exported.approvals[0], verified: true }] }],
    ["an approval in a role that does not exist", { approvals: [{ ...exported.approvals[0], role: "boss" }] }],
    ["approvals that are names only", { approvals: ["Sam"] }],
    ["a waiver without an expiry", { waivers: [{ ...exported.waivers[0], expires_at: undefined }] }],
    ["a digest that is none", { digest: "abc" }],
    ["a key that no manifest has", { aprovals: [] }],
  ])("is refused with %s", (_what, differences) => {
    expect(() => roundTrip({ ...content, ...differences })).toThrow(/manifest: /);
  });

  it.each([[null], [[]], ["text"], [42]])("is refused when it is %j", (document) => {
    expect(() => splitManifestDocument(document)).toThrow();
  });
});
