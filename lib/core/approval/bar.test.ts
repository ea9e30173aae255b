import { describe, expect, it } from "vitest";
import { approvingFacts, approvingManifest, manifestFact, scorecardFact } from "@/lib/core/testing/facts";
import { signingBar, waivingBar } from "./bar";
import { type InvolvedParty, isSamePerson, releaseParties } from "./parties";

const person = { id: "p1", email: "Ada@Example.test", name: "Ada Author" };
const party = (differences: Partial<InvolvedParty>): InvolvedParty => ({
  kind: "person",
  id: null,
  name: "Somebody",
  email: null,
  involvement: "author",
  ...differences,
});

describe("signingBar", () => {
  it.each([
    ["author", "You authored this release"],
    ["committer", "You committed to this release"],
    ["creator", "You created this release"],
    ["scorecard", "You submitted its scorecard"],
    ["manifest", "You submitted its manifest"],
    ["metrics", "You submitted its metrics"],
  ] as const)("keeps the %s from signing, and says why", (involvement, words) => {
    expect(signingBar(person, [party({ involvement, id: "p1" })])).toBe(words);
  });

  it("speaks about others in the third person", () => {
    expect(signingBar(person, [party({ id: "p1" })], "third")).toBe("authored this release");
  });

  it("lets everybody else sign", () => {
    expect(signingBar(person, [party({ id: "p2", email: "grace@example.test" })])).toBeNull();
  });

  it("finds author, creator and submitters in the facts", () => {
    const content = approvingManifest({ authors: [{ name: "Ada", email: "ada@example.test" }] });
    const submittedBy = { kind: "person", id: "p9", name: "Sub Mitter", email: null } as const;
    const facts = approvingFacts({
      manifest: { state: "found", value: { ...manifestFact(content), submittedBy } },
      scorecard: { state: "found", value: { ...scorecardFact(), submittedBy } },
    });
    const parties = releaseParties(facts);
    expect(signingBar(person, parties)).toBe("You authored this release");
    expect(signingBar({ id: "p9", email: null, name: "Other" }, parties)).toBe("You submitted its manifest");
  });
});

describe("waivingBar", () => {
  it("keeps authors from waiving, but not those who submitted evidence", () => {
    expect(waivingBar(person, [party({ id: "p1", involvement: "creator" })])).toBe("You created this release");
    expect(waivingBar(person, [party({ id: "p1", involvement: "scorecard" })])).toBeNull();
  });
});

describe("isSamePerson", () => {
  it.each([
    ["the same id", { id: "p1" }, true],
    ["the same e-mail in another case", { email: "ada@example.TEST" }, true],
    ["another e-mail, though the name is the same", { email: "ada@other.test", name: "Ada Author" }, false],
    ["the same name where no e-mail is known", { name: "ada author " }, true],
    ["the same name of an account of its own", { id: "p2", name: "Ada Author" }, false],
    ["a token, whatever it is called", { kind: "token", id: "p1", name: "Ada Author" }, false],
    ["nothing at all", { name: "" }, false],
  ] as const)("%s", (_, differences, expected) => {
    expect(isSamePerson(party(differences), person)).toBe(expected);
  });
});
