import { describe, expect, it } from "vitest";
import type { TimelineEntry } from "../entry";
import { prefilledContent } from "./prefill";
import { type GivenReview, reviewGaps } from "./review";

const given = (reviewerId: string, answer: "approve" | "changes", minute: number, revision = 5): GivenReview => ({
  ...{ reviewerId, reviewerName: reviewerId.toUpperCase(), answer, revision },
  answeredAt: new Date(Date.UTC(2026, 0, 1, 12, minute)),
});
const NOBODY = "nobody has approved it but those who published it or wrote it alone";

describe("the review of a published version", () => {
  it.each([
    ["nobody answered", [], [NOBODY]],
    ["another approved", [given("eve", "approve", 1)], []],
    ["its publisher approved", [given("pat", "approve", 1)], [NOBODY]],
    ["another approved an earlier text", [given("eve", "approve", 1, 4)], [NOBODY]],
    ["one of several writers approved", [given("ann", "approve", 1)], []],
    [
      "one approved, another asks for changes",
      [given("eve", "approve", 1), given("ann", "changes", 2)],
      ["ANN asks for changes"],
    ],
    ["who asked for changes approved since", [given("eve", "changes", 1), given("eve", "approve", 2)], []],
    [
      "who approved asks for changes since",
      [given("eve", "approve", 1), given("eve", "changes", 2)],
      ["EVE asks for changes", NOBODY],
    ],
  ])("%s", (_, reviews, gaps) => {
    expect(reviewGaps(reviews, { revision: 5, publisherId: "pat", writerIds: ["pat", "ann"] })).toEqual(gaps);
  });

  it("is not done by whoever wrote it alone", () => {
    const alone = { revision: 5, publisherId: "pat", writerIds: ["eve"] };
    expect(reviewGaps([given("eve", "approve", 1)], alone)).toEqual([NOBODY]);
  });
});

describe("a draft begins with what the incident says", () => {
  const detectedAt = new Date("2026-01-01T12:00:00.000Z");
  const entry = (sequence: number, change: Partial<TimelineEntry>): TimelineEntry => ({
    ...{ id: `e${sequence}`, sequence, kind: "note", recordedAt: "2026-01-01T12:00:00.000Z", refersTo: null },
    ...{ at: new Date(detectedAt.getTime() + sequence * 90_000).toISOString(), evidenceUrl: null, data: {} },
    ...{ text: `entry ${sequence}`, by: { kind: "person", id: "p", name: "Pat" } },
    ...change,
  });
  const begun = (entries: TimelineEntry[]) =>
    prefilledContent({ detectedAt, commander: "Carla", impact: "Slow", entries, artifacts: ["service-api 1.4"] });

  it("commander, impact, links, and the timeline in offsets without what is about papers", () => {
    const entries = [entry(1, { kind: "alert" }), entry(2, { kind: "link" }), entry(3, { kind: "postmortem" })];
    expect(begun(entries)).toMatchObject({
      ...{ commander: "Carla", impact: "Slow", relatedArtifacts: ["service-api 1.4"] },
      timeline: [{ offsetMinutes: 1, text: "entry 1" }],
    });
  });

  it("the pinned entries alone where any are pinned, and corrected texts", () => {
    const entries = [
      entry(1, {}),
      entry(2, {}),
      entry(3, { kind: "pin", refersTo: "e2", data: { pinned: true } }),
      entry(4, { kind: "correction", refersTo: "e2", text: "corrected" }),
    ];
    expect(begun(entries).timeline).toEqual([{ offsetMinutes: 3, text: "corrected" }]);
  });
});
