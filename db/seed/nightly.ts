import { submitScorecard } from "@/lib/registry/scorecard/submit";
import { submitTestResults } from "@/lib/registry/test-result/submit";
import type { ServiceSlug } from "./catalogue";
import { nightlyDocuments } from "./nightly-run";
import { randomFrom } from "./random";
import type { Story } from "./story";
import { MINUTE, plus, workingDay } from "./time";
import { doneAt, type World } from "./world";

/** Nights back from now whose runs are told; for each service, the tests that a change broke and before which nights. */
const NIGHTS = 26;
const BROKEN: [ServiceSlug, Record<number, string[]>][] = [
  ["service-api", { 12: ["audit certificate"], 13: ["audit certificate"], 2: ["plan"] }],
  ["eval-suite", { 17: ["judgement"] }],
];
const BROKEN_TESTS: Record<string, string[]> = {
  "audit certificate": ["certifies a mapped catalogue", "refuses a certificate of an older version"],
  plan: ["plans the same twice"],
  judgement: ["stores every judgement once"],
};

/** The readiness workflow at 06:00 UTC on what is on the main branch, with the results of its single tests. */
export function nightlyStories(world: World): Story[] {
  return BROKEN.map(([service, broken]) => nights(world, service, broken));
}

async function* nights(world: World, service: ServiceSlug, broken: Record<number, string[]>): Story {
  const brokenOn = new Map(
    Object.entries(broken).map(([night, what]) => [lastWorkday(nightOf(world, service, Number(night))), what]),
  );
  for (let night = NIGHTS; night >= 1; night -= 1) {
    const at = nightOf(world, service, night);
    yield at;
    const day = at.toISOString().slice(0, 10);
    const changed = lastWorkday(at);
    const commit = randomFrom(`${service} main ${changed}`).hex(40);
    const names = (brokenOn.get(changed) ?? []).flatMap((what) => BROKEN_TESTS[what] ?? []);
    const run = { service, commit, runId: `nightly-${service}-${day}`, at: plus(at, -2 * MINUTE), broken: names };
    const { scorecard: document, tests } = nightlyDocuments(run, randomFrom(`nightly ${service} ${day}`));
    const runner = doneAt(world.runner, at);
    await submitScorecard(runner, { service, environment: "staging", commit, document });
    await submitTestResults(runner, { service, document: tests });
  }
}

const nightOf = (world: World, service: ServiceSlug, night: number) =>
  workingDay(world.now, night, 6, service.length * 2);

/** The day of the latest change: at weekends nobody merges, so that Friday's commit is run three times. */
function lastWorkday(at: Date): string {
  const back = { 0: 2, 6: 1 }[at.getUTCDay()] ?? 0;
  return plus(at, -back * 24 * 60 * MINUTE)
    .toISOString()
    .slice(0, 10);
}
