import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { requireCarryOver } from "./carry-over";
import { type CompletionFacts, hindranceText, type IncompleteItem, refusalText, whatHinders } from "./complete";

const quarter = { year: 2026, quarter: 3 } as const;
const end = new Date("2026-10-01T00:00:00.000Z");
const now = new Date("2026-10-05T10:00:00.000Z");
const at = (text: string) => new Date(text);
const item: IncompleteItem = {
  id: "item-1",
  title: "Add an alert",
  owner: "Pat Person",
  dueAt: at("2026-10-15T23:59:59Z"),
  incidentId: "incident-1",
  reference: "INC-7",
};
const carried = { actionItemId: item.id, until: at("2026-11-15T23:59:59.000Z") };
const signed = { name: "Chris Board", digest: "sha256:now" };
const ready: CompletionFacts = { quarter, items: [], carryOvers: [], signOffs: [signed], digest: signed.digest };

describe("what keeps a review from being completed", () => {
  const cases: { when: string; facts: Partial<CompletionFacts>; at?: Date; says: string[] }[] = [
    { when: "nothing", facts: {}, says: [] },
    {
      when: "the last millisecond of the quarter",
      facts: {},
      at: new Date(end.getTime() - 1),
      says: ["The quarter is not over before 2026-10-01T00:00:00.000Z."],
    },
    { when: "nothing more from its end on", facts: {}, at: end, says: [] },
    {
      when: "an item, though it is not due yet",
      facts: { items: [item] },
      says: ["INC-7 “Add an alert” (Pat Person, due 2026-10-15) is neither complete nor carried over."],
    },
    { when: "nothing: the item is carried over", facts: { items: [item], carryOvers: [carried] }, says: [] },
    {
      when: "nothing at the very date of the waiver",
      facts: { items: [item], carryOvers: [carried] },
      at: carried.until,
      says: [],
    },
    {
      when: "a waiver whose date has passed by a millisecond",
      facts: { items: [item], carryOvers: [carried] },
      at: new Date(carried.until.getTime() + 1),
      says: ["INC-7 “Add an alert” (Pat Person, due 2026-10-15) was carried over until 2026-11-15, which has passed."],
    },
    {
      when: "an item that was moved beyond its waiver",
      facts: { items: [{ ...item, dueAt: at("2027-01-01T00:00:00Z") }], carryOvers: [carried] },
      says: [
        "INC-7 “Add an alert” (Pat Person, due 2027-01-01) is due later than 2026-11-15, until when it was carried over.",
      ],
    },
    {
      when: "the later waiver of two, which is the one that counts",
      facts: { items: [item], carryOvers: [carried, { ...carried, until: at("2026-10-04T00:00:00Z") }] },
      says: ["INC-7 “Add an alert” (Pat Person, due 2026-10-15) was carried over until 2026-10-04, which has passed."],
    },
    {
      when: "no signature at all",
      facts: { signOffs: [] },
      says: ["Nobody of the change board has signed what the review looks at now."],
    },
    {
      when: "a signature of what has changed since",
      facts: { signOffs: [{ ...signed, digest: "sha256:before" }] },
      says: [
        "Nobody of the change board has signed what the review looks at now. Chris Board signed an earlier state.",
      ],
    },
  ];
  it.each(cases)("$when", ({ facts, at: when = now, says }) => {
    expect(whatHinders({ ...ready, ...facts }, when).map(hindranceText)).toEqual(says);
  });

  it("names every item in the refusal", () => {
    const other = { ...item, id: "item-2", reference: "INC-9", title: "Raise the limit" };
    const text = refusalText(quarter, whatHinders({ ...ready, items: [item, other] }, now));
    expect(text).toMatch(/^The review of 2026-Q3 cannot be completed\. INC-7 “Add an alert”.*INC-9 “Raise the limit”/);
  });

  it("is each item that is neither complete nor carried over, and no other", () => {
    const items = fc.uniqueArray(fc.record({ id: fc.uuid(), dueDays: fc.integer({ min: -400, max: 400 }) }), {
      selector: ({ id }) => id,
    });
    const covers = fc.func(fc.option(fc.integer({ min: -200, max: 200 })));
    fc.assert(
      fc.property(items, covers, (drawn, untilDays) => {
        const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
        const open = drawn.map(({ id, dueDays }) => ({ ...item, id, dueAt: days(dueDays) }));
        const carryOvers = drawn.flatMap(({ id }) => {
          const until = untilDays(id);
          return until === null ? [] : [{ actionItemId: id, until: days(until) }];
        });
        const named = whatHinders({ ...ready, items: open, carryOvers }, now).flatMap((each) =>
          each.kind === "item" ? [each.item.id] : [],
        );
        const expected = drawn.filter(({ id, dueDays }) => {
          const until = untilDays(id);
          return until === null || until < 0 || dueDays > until;
        });
        expect(named).toEqual(expected.map(({ id }) => id));
      }),
    );
  });
});

describe("a carry-over is refused", () => {
  const wish = {
    quarter,
    item: { ownerId: "pat", openedAt: at("2026-09-30T23:59:59.999Z") },
    until: at("2026-11-01T00:00:00Z"),
    signerId: "chris",
  };
  const ahead = (days: number, ms = 0) => new Date(now.getTime() + days * 86_400_000 + ms);
  const refusals = [
    { why: "while the quarter runs", change: {}, when: new Date(end.getTime() - 1), code: "conflict" },
    { why: "of an item of the next quarter", change: { item: { ...wish.item, openedAt: end } }, code: "conflict" },
    { why: "by the item's owner", change: { signerId: "pat" }, code: "forbidden" },
    { why: "to this very moment", change: { until: now }, code: "invalid" },
    { why: "beyond 92 days", change: { until: ahead(92, 1) }, code: "invalid" },
  ];
  it.each(refusals)("$why", ({ change, when = now, code }) => {
    expect(() => requireCarryOver({ ...wish, ...change }, when)).toThrow(expect.objectContaining({ code }));
  });

  it("and given for an item of the quarter's last millisecond, for exactly 92 days", () => {
    expect(() => requireCarryOver({ ...wish, until: ahead(92) }, now)).not.toThrow();
    expect(() => requireCarryOver({ ...wish, item: { ...wish.item, ownerId: null } }, now)).not.toThrow();
  });
});
