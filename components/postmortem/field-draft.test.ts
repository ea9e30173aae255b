import { describe, expect, it } from "vitest";
import {
  conflicted,
  decided,
  failed,
  heard,
  isSendable,
  newDraft,
  refused,
  saved,
  sending,
  typed,
} from "./field-draft";

const other = (revision: number, value = "theirs") => ({ value, revision, by: "Olga", at: "2026-01-01T00:00:00.000Z" });
const newId = () => "new";

describe("a field of an open postmortem", () => {
  it("sends what was typed while it was being sent, afterwards", () => {
    const during = typed(sending(typed(newDraft("", 1), "one")), "one two");
    expect(isSendable(during)).toBe(false);
    const after = saved(during, 2);
    expect(after).toMatchObject({ value: "one two", stored: "one", revision: 2 });
    expect(isSendable(after)).toBe(true);
  });

  it("shows what others write where nothing was typed", () => {
    expect(heard(newDraft("before", 1), other(2))).toEqual(newDraft("theirs", 2));
  });

  it("keeps both texts where something was typed, and sends nothing until somebody decides", () => {
    const draft = heard(typed(newDraft("", 1), "mine"), other(2));
    expect(draft).toMatchObject({ value: "mine", other: other(2) });
    expect(isSendable(draft)).toBe(false);
  });

  it("takes no news of its own save, nor news that is older than what it knows", () => {
    const draft = sending(typed(newDraft("", 1), "mine"));
    expect(heard(draft, other(2, "mine"))).toEqual(draft);
    expect(heard(saved(draft, 3), other(2))).toEqual(saved(draft, 3));
  });

  it.each([
    ["mine", "mine"],
    ["theirs", "theirs"],
    ["both", "theirs\n\nmine"],
  ] as const)("as decided, has %s and is based on the other's save", (decision, value) => {
    const draft = decided(conflicted(sending(typed(newDraft("", 1), "mine")), other(4)), decision, newId);
    expect(draft).toMatchObject({ value, stored: "theirs", revision: 4, other: null });
    expect(isSendable(draft)).toBe(decision !== "theirs");
  });

  it("keeps the text when a save fails, and sends it again", () => {
    const draft = failed(sending(typed(newDraft("", 1), "mine")), "no answer");
    expect(draft).toMatchObject({ value: "mine", problem: "no answer" });
    expect(isSendable(draft)).toBe(true);
  });

  it("keeps a text that the server refuses, and sends it again only once it was changed", () => {
    const draft = refused(sending(typed(newDraft("", 1), "mine")), "too long");
    expect({ value: draft.value, problem: draft.problem, again: isSendable(draft) }).toEqual({
      value: "mine",
      problem: "too long",
      again: false,
    });
    expect(isSendable(typed(draft, "min"))).toBe(true);
  });
});
