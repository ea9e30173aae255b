import { recordRehearsal } from "@/lib/registry/rehearsal/record";
import { remediateRehearsal } from "@/lib/registry/rehearsal/remediate";
import type { EnvironmentSlug, ServiceSlug } from "./catalogue";
import { randomFrom } from "./random";
import { drillSteps } from "./rehearsal-steps";
import type { Story } from "./story";
import { DAY, MINUTE, plus, workingDay } from "./time";
import { shippedBefore } from "./versions";
import { doneAt, type World } from "./world";

type Place = { service: ServiceSlug; environment: EnvironmentSlug };
type Outcome = "passed" | "failed" | "aborted";
type Drill = Place & { at: Date; outcome: Outcome; gaps?: string[] };

/** Days since the latest drill of each place: most are fresh, one is due soon, one is overdue. */
const LATEST: [ServiceSlug, EnvironmentSlug, number][] = [
  ["cli", "production", 28],
  ["service-api", "production", 9],
  ["scheduler", "production", 14],
  ["mapping", "production", 12],
  ["coverage-planner", "production", 17],
  ["auditor", "production", 21],
  ["eval-suite", "production", 8],
  ["llm-runtime", "production", 11],
  ["service-api", "staging", 8],
  ["mapping", "staging", 15],
  ["coverage-planner", "staging", 36],
  ["llm-runtime", "staging", 19],
];
const CADENCE_DAYS = 25;

/** Monthly drills of every place since `oldestDay` days ago, and the ones that went wrong. */
export function rehearsalStories(world: World, oldestDay: number): Story[] {
  const monthly = LATEST.map(([service, environment, latest]) => {
    const days: number[] = [];
    for (let day = latest; day <= oldestDay; day += CADENCE_DAYS) days.unshift(day);
    return monthlyDrills(world, { service, environment }, days);
  });
  return [...monthly, mendedFailure(world), openFailure(world), abortedDrill(world)];
}

async function* monthlyDrills(world: World, place: Place, days: number[]): Story {
  const random = randomFrom(`rehearsals ${place.service} ${place.environment}`);
  for (const day of days) {
    const at = workingDay(world.now, day, random.int(9, 14), random.int(0, 59));
    yield at;
    const gaps = random.next() < 0.2 ? ["The runbook names the old dashboard."] : [];
    await drill(world, { ...place, at, outcome: "passed", gaps });
  }
}

async function drill(world: World, { service, environment, at, outcome, gaps = [] }: Drill): Promise<string> {
  const random = randomFrom(`drill ${service} ${environment} ${at.toISOString()}`);
  const { people } = world;
  const versions = shippedBefore(world.now, service, (world.now.getTime() - at.getTime()) / DAY);
  const leader = random.pick([people.priya, people.lukas]);
  const [startedAt, finishedAt] = [plus(at, -random.int(22, 48) * MINUTE), plus(at, -4 * MINUTE)];
  const participants = [leader.name, random.pick([people.jonas.name, people.amara.name])];
  const isExecuted = random.next() < 0.4;
  const document = {
    kind: "rollback",
    service,
    environment,
    started_at: startedAt.toISOString(),
    finished_at: finishedAt.toISOString(),
    outcome,
    participants,
    gaps,
    evidence_url: `https://drills.meridian.example/${service}/${environment}/${at.toISOString().slice(0, 10)}`,
    from_version: versions.current,
    to_version: versions.before,
    ...(isExecuted || outcome === "failed" ? { steps: drillSteps(startedAt, finishedAt, outcome) } : {}),
  };
  return (await recordRehearsal(doneAt(isExecuted ? world.runner : leader, at), { document })).id;
}

/** A drill of the Scheduler that failed held a release until it was mended and rehearsed again. */
async function* mendedFailure(world: World): Story {
  const place: Place = { service: "scheduler", environment: "production" };
  const at = workingDay(world.now, 100, 15, 20);
  yield at;
  const gaps = ["The old workers could not read jobs that the new version had written."];
  const rehearsalId = await drill(world, { ...place, at, outcome: "failed", gaps });
  const mended = workingDay(world.now, 99, 11, 5);
  yield mended;
  const remediation = "The job format is written in both versions for one release; a contract test holds it.";
  await remediateRehearsal(doneAt(world.people.lukas, mended), { rehearsalId, remediation });
  const again = workingDay(world.now, 99, 13, 10);
  yield again;
  await drill(world, { ...place, at: again, outcome: "passed" });
}

/** A drill of the Auditor that failed some days ago and that nobody has mended yet. */
async function* openFailure(world: World): Story {
  const at = workingDay(world.now, 4, 13, 45);
  yield at;
  const gaps = ["Certificates issued by the newer version are refused by the older one."];
  await drill(world, { service: "auditor", environment: "production", at, outcome: "failed", gaps });
}

async function* abortedDrill(world: World): Story {
  const at = workingDay(world.now, 58, 10, 15);
  yield at;
  const gaps = ["Stopped after five minutes: an unrelated page came in."];
  await drill(world, { service: "mapping", environment: "production", at, outcome: "aborted", gaps });
}
