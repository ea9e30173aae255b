import { connect } from "@/db/client";
import type { Role } from "@/lib/core/access";
import { generatePassword } from "@/lib/registry/person/password";
import { countDueDays } from "@/lib/registry/readiness/count-due";
import { calendarStory } from "./calendar";
import { currentStories } from "./current";
import { bypassStory } from "./deployments";
import { HISTORY } from "./history";
import { incidentStories } from "./incidents/stories";
import { nightlyStories } from "./nightly";
import { writeCatalogue } from "./observability";
import { emailOf, PEOPLE, PERSON_KEYS } from "./people";
import { rehearsalPlans } from "./rehearsal-plans";
import { rehearsalStories } from "./rehearsals";
import { releaseStory } from "./release-story";
import { reportingStory } from "./reporting";
import { reviewStories } from "./reviews";
import { type Story, tell } from "./story";
import { MINUTE, plus, workingDay } from "./time";
import { serviceWaivers } from "./waiving";
import { foundTenant, noteTokenUse, type World } from "./world";

export type SampleOptions = {
  now: Date;
  log(line: string): void;
  /** Of everybody in the sample; generated when left out. */
  password?: string;
};
export type Sample = {
  tenantId: string;
  people: { email: string; name: string; password: string; roles: Role[] }[];
};

const FOUNDED_DAYS_AGO = 206;
/** Late on that day: after the tenant was founded and before the first story begins, as the ledger reads. */
const CATALOGUE_DAYS_AGO = 205;
const FIRST_REHEARSAL_DAYS_AGO = 204;

/**
 * Fills a labelled tenant with six months of releases up to `now`, by the commands that everybody uses and in the order
 * in which things happened. Leaves the connection open on `appUrl`.
 */
export async function seedSample(appUrl: string, { now, log, password }: SampleOptions): Promise<Sample> {
  await connect(appUrl);
  const shared = password ?? generatePassword();
  const founded = workingDay(now, FOUNDED_DAYS_AGO, 8);
  const world = await foundTenant(founded, now, shared);
  log(`Founded the sample tenant with ${PERSON_KEYS.length} people.`);
  await writeCatalogue(world, workingDay(now, CATALOGUE_DAYS_AGO, 21));
  let month = "";
  await tell(storiesOf(world, founded), (at) => {
    if (month !== at.toISOString().slice(0, 7)) log(`Telling ${at.toISOString().slice(0, 7)} …`);
    month = at.toISOString().slice(0, 7);
  });
  await noteTokenUse(world, plus(now, -20 * MINUTE));
  await countDueDays(world.tenantId);
  const people = PERSON_KEYS.map((key) => {
    const { name, roles } = PEOPLE[key];
    return { email: emailOf(key), name, password: shared, roles: [...roles] };
  });
  return { tenantId: world.tenantId, people };
}

function storiesOf(world: World, founded: Date): Story[] {
  return [
    ...rehearsalStories(world, FIRST_REHEARSAL_DAYS_AGO),
    rehearsalPlans(world),
    serviceWaivers(world, "eval-suite"),
    calendarStory(world),
    bypassStory(world),
    reportingStory(world),
    ...HISTORY.map((plan) => releaseStory(world, plan)),
    ...nightlyStories(world),
    ...currentStories(world),
    ...incidentStories(world),
    ...reviewStories(world, founded),
  ];
}
