import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { admit, type Standing } from "./admit";
import { REFUSALS, refusalWords } from "./refusal";

const verified = { email: "ada@example.com", emailVerified: true };
const stranger: Standing = { known: null, byEmail: null, groupsGiveRole: false };
const account = { disabled: false, hasOtherSubject: false, hasManualRole: true };

describe("whom the provider vouches for", () => {
  it.each<[string, Parameters<typeof admit>[0], Partial<Standing>, string]>([
    ["somebody linked before", verified, { known: { disabled: false } }, "known"],
    [
      "the same, whatever has become of the address",
      { email: null, emailVerified: false },
      { known: { disabled: false } },
      "known",
    ],
    ["somebody linked before and disabled", verified, { known: { disabled: true } }, "disabled"],
    ["a stranger without an address", { email: null, emailVerified: true }, { groupsGiveRole: true }, "no-email"],
    [
      "a stranger whose address nobody verified",
      { ...verified, emailVerified: false },
      { groupsGiveRole: true },
      "email-not-verified",
    ],
    [
      "an account's address that nobody verified",
      { ...verified, emailVerified: false },
      { byEmail: account },
      "email-not-verified",
    ],
    ["a stranger in no group with a role", verified, {}, "no-role"],
    ["a stranger in a group with a role", verified, { groupsGiveRole: true }, "create"],
    ["an account's verified address", verified, { byEmail: account }, "link"],
    [
      "an account without a role of its own, in no group",
      verified,
      { byEmail: { ...account, hasManualRole: false } },
      "no-role",
    ],
    [
      "an account without a role of its own, in a group",
      verified,
      { byEmail: { ...account, hasManualRole: false }, groupsGiveRole: true },
      "link",
    ],
    [
      "a disabled account's address",
      verified,
      { byEmail: { ...account, disabled: true }, groupsGiveRole: true },
      "disabled",
    ],
    [
      "an address that passed on at the provider",
      verified,
      { byEmail: { ...account, hasOtherSubject: true } },
      "other-identity",
    ],
  ])("%s", (_, identity, standing, expected) => {
    const admission = admit(identity, { ...stranger, ...standing });
    expect(admission.kind === "refused" ? admission.reason : admission.kind).toBe(expected);
  });

  it("is never linked or let in anew by an address that is not verified", () => {
    const standing = fc.record({
      known: fc.constant(null),
      byEmail: fc.option(
        fc.record({ disabled: fc.boolean(), hasOtherSubject: fc.boolean(), hasManualRole: fc.boolean() }),
      ),
      groupsGiveRole: fc.boolean(),
    });
    fc.assert(
      fc.property(standing, fc.option(fc.emailAddress()), (given, email) => {
        expect(admit({ email, emailVerified: false }, given).kind).toBe("refused");
      }),
    );
  });
});

describe("a refusal", () => {
  it("is a sentence for people, whichever it is and whatever an address claims", () => {
    for (const code of [...REFUSALS, "OAuthSignin", "OAuthCallback", "__proto__", "<script>"]) {
      expect(refusalWords(code, "Example SSO")).toMatch(/^[A-Z].*\.$/);
    }
    expect(refusalWords("OAuthSignin", "Example SSO")).toBe("Example SSO cannot be reached. Try again in a while.");
    expect(refusalWords(undefined, "Example SSO")).toBeNull();
  });
});
