import { listEnvironments } from "@/lib/registry/environment/queries";
import { planRehearsal } from "@/lib/registry/rehearsal/plan-session";
import { setProgramme } from "@/lib/registry/rehearsal/set-programme";
import type { EnvironmentSlug, ServiceSlug } from "./catalogue";
import type { PersonKey } from "./people";
import type { Story } from "./story";
import { DAY, plus, workingDay } from "./time";
import { doneAt, type World } from "./world";

type Session = {
  service: ServiceSlug;
  environment: EnvironmentSlug;
  inDays: number;
  time: string;
  zone: string;
  lead: PersonKey;
  note?: string;
};

/** What is planned now: the drill that is due soonest, and some that come later. */
const SESSIONS: Session[] = [
  { service: "cli", environment: "production", inDays: 1, time: "10:00", zone: "Europe/Berlin", lead: "lukas" },
  {
    service: "auditor",
    environment: "production",
    inDays: 2,
    time: "14:30",
    zone: "Europe/Berlin",
    lead: "priya",
    note: "Repeats the failed drill: certificates of the newer version have to be read by the older one.",
  },
  { service: "llm-runtime", environment: "production", inDays: 16, time: "09:00", zone: "Asia/Tokyo", lead: "lukas" },
];

/** Programmes of the places with the strictest needs, and the sessions that are planned. */
export async function* rehearsalPlans(world: World): Story {
  const { priya, lukas } = world.people;
  const at = workingDay(world.now, 40, 9, 15);
  yield at;
  const places = new Map((await listEnvironments(priya)).map(({ slug, id }) => [slug, id]));
  const placeOf = (service: ServiceSlug, environment: EnvironmentSlug) => ({
    serviceId: world.services[service],
    environmentId: places.get(environment) ?? "",
  });
  const monthly = { cadence: { kind: "monthly", day: 31 }, leadId: lukas.id };
  await setProgramme(doneAt(priya, at), { ...placeOf("service-api", "production"), ...monthly });
  const fortnightly = { cadence: { kind: "interval", days: 21 }, leadId: priya.id };
  await setProgramme(doneAt(priya, at), { ...placeOf("llm-runtime", "production"), ...fortnightly });
  const planned = workingDay(world.now, 1, 9, 5);
  yield planned;
  for (const { service, environment, inDays, time, zone, lead, note } of SESSIONS) {
    const day = plus(world.now, inDays * DAY)
      .toISOString()
      .slice(0, 10);
    const session = { localTime: `${day}T${time}`, zone, leadId: world.people[lead].id, note };
    await planRehearsal(doneAt(priya, planned), { ...placeOf(service, environment), ...session });
  }
}
