import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberLines, type ReportFacts, reportSummary } from "./report";

const none = { current: { part: 0, whole: 0 }, previous: { part: 0, whole: 0 } };
const quiet: ReportFacts = {
  isOver: true,
  shipped: { releases: 0, byBreakGlass: 0, rolledBack: 0 },
  blocked: { releases: 0, cleared: 0, mostFrequent: null },
  incidents: { declared: 0, sev1: 0, open: 0 },
  postmortems: { published: 0, overdue: 0 },
  waivers: { granted: 0, expiring: 0 },
  rehearsals: { passed: 0, failed: 0, missed: 0 },
  numbers: {
    ready: none,
    rehearsalsFresh: none,
    itemsOverdue: { current: 0, previous: 0 },
    firstPass: none,
    changeFailures: none,
  },
};
const busy: ReportFacts = {
  isOver: true,
  shipped: { releases: 5, byBreakGlass: 1, rolledBack: 2 },
  blocked: { releases: 3, cleared: 2, mostFrequent: { title: "Flake rate of each suite", releases: 2 } },
  incidents: { declared: 2, sev1: 1, open: 1 },
  postmortems: { published: 1, overdue: 1 },
  waivers: { granted: 1, expiring: 3 },
  rehearsals: { passed: 2, failed: 1, missed: 1 },
  numbers: {
    ready: { current: { part: 2, whole: 6 }, previous: { part: 1, whole: 4 } },
    rehearsalsFresh: { current: { part: 5, whole: 6 }, previous: { part: 6, whole: 6 } },
    itemsOverdue: { current: 4, previous: 1 },
    firstPass: { current: { part: 3, whole: 4 }, previous: { part: 1, whole: 2 } },
    changeFailures: { current: { part: 1, whole: 5 }, previous: { part: 0, whole: 3 } },
  },
};

describe("the summary of a week", () => {
  it("says in plain words what shipped, what was held up and why, what went wrong and what is left", () => {
    expect(reportSummary(busy)).toBe(
      "5 releases reached production, 1 past the gate by break-glass and 2 rolled back since. " +
        "The gate held up 3 releases, most often because of “Flake rate of each suite” (2); 2 were approved within the week. " +
        "75% of first evaluations passed (the week before: 50%). " +
        "2 incidents were declared (1 of them Sev1), and 1 release of 5 rolled out caused one; 1 is still open. " +
        "1 postmortem was published and 1 is overdue. " +
        "4 post-incident items are overdue, 3 more than a week before. " +
        "2 rehearsals passed, 1 failed, 1 planned one was missed; rollback rehearsals are in time in 5 of 6 places. " +
        "1 waiver was granted and 3 end within the next seven days.",
    );
  });

  it("of a quiet week says that nothing happened, and invents no number", () => {
    expect(reportSummary(quiet)).toBe("Nothing was released to production. No incident was declared.");
    expect(reportSummary({ ...quiet, isOver: false })).toMatch(/^Nothing was released to production so far\./);
  });

  it("tells one from many", () => {
    const one = {
      ...quiet,
      shipped: { releases: 1, byBreakGlass: 0, rolledBack: 0 },
      blocked: { releases: 1, cleared: 1, mostFrequent: null },
      incidents: { declared: 1, sev1: 0, open: 0 },
      numbers: { ...quiet.numbers, itemsOverdue: { current: 1, previous: 1 } },
    };
    expect(reportSummary(one)).toBe(
      "1 release reached production. The gate held up 1 release; it was approved within the week. " +
        "1 incident was declared. 1 post-incident item is overdue, as many as a week before.",
    );
  });

  it("never rounds a share to all or nothing that it is not", () => {
    const nearly = { ...quiet.numbers, firstPass: { ...none, current: { part: 999, whole: 1000 } } };
    const hardly = { ...quiet.numbers, firstPass: { ...none, current: { part: 1, whole: 1000 } } };
    expect(reportSummary({ ...quiet, numbers: nearly })).toContain("99% of first");
    expect(reportSummary({ ...quiet, numbers: hardly })).toContain("1% of first");
  });

  it("is made of whole sentences, whatever is counted", () => {
    const count = fc.nat(9);
    const counts = fc.record({ a: count, b: count, c: count, d: count, e: count });
    fc.assert(
      fc.property(counts, ({ a, b, c, d, e }) => {
        const text = reportSummary({
          ...busy,
          shipped: { releases: a + b, byBreakGlass: b, rolledBack: a },
          incidents: { declared: c + d, sev1: c, open: d },
          postmortems: { published: e, overdue: a },
          waivers: { granted: b, expiring: c },
          rehearsals: { passed: d, failed: e, missed: a },
        });
        expect(text).toMatch(/^[A-Z0-9].*\.$/);
        expect(text).not.toMatch(
          /undefined|NaN|null|\b1 (releases|incidents|waivers|rehearsals|postmortems)\b|\s\s|;\.|, \./,
        );
      }),
    );
  });
});

it("the five numbers as text say what they are of and what they were, and that there is no data", () => {
  expect(numberLines(busy.numbers)).toEqual([
    "Releases ready: 2 of 6, 33% (before: 1 of 4, 25%)",
    "Rehearsals in time: 5 of 6, 83% (before: 6 of 6, 100%)",
    "Post-incident items overdue: 4 (before: 1)",
    "Passed at the first evaluation: 3 of 4, 75% (before: 1 of 2, 50%)",
    "Change-failure rate: 1 of 5, 20% (before: 0 of 3, 0%)",
  ]);
  expect(numberLines(quiet.numbers)[0]).toBe("Releases ready: no data (before: no data)");
});
