import path from "node:path";
import { connect, disconnect } from "@/db/client";
import { withMutex } from "@/db/embedded/mutex";
import { secretFile } from "@/db/embedded/secret-file";
import type { EmbeddedDatabase } from "@/db/embedded/start";
import { seedSample } from "@/db/seed/sample";
import { startTelemetry } from "@/lib/observability/telemetry";
import { actorIn, personOfSession } from "@/lib/registry/person/actor";
import { addPerson } from "@/lib/registry/person/add";
import { signIn } from "@/lib/registry/person/sign-in";
import { removeSample } from "@/lib/registry/tenant/remove-sample";
import { step } from "./console";
import { createFirstAdmin, FIRST_ADMIN, tenantSlugs } from "./first-admin";
import { readState, writeState } from "./first-run-state";

const samplePasswordFile = "sample-password";

type SamplePerson = Awaited<ReturnType<typeof seedSample>>["people"][number];

/**
 * Fills an empty database: a tenant with its admin and, where wanted, the sample tenant. A start killed in the middle
 * is completed by the next one; a database that already has tenants is left alone.
 */
export async function firstRun(database: EmbeddedDatabase, sample: boolean): Promise<void> {
  if (readState(database.home)?.done) return;
  await withMutex(`first run ${database.home}`, () => fill(database, sample));
}

async function fill(database: EmbeddedDatabase, wanted: boolean): Promise<void> {
  const { home } = database;
  const before = readState(home);
  if (before?.done) return;
  const slugs = await tenantSlugs(database.ownerUrl);
  if (!before && slugs.length > 0) return writeState(home, { sample: false, done: true });
  const { sample } = before ?? { sample: wanted };
  writeState(home, { sample, done: false });
  await connect(database.appUrl);
  try {
    await createFirstAdmin(home, slugs);
    if (sample) {
      const title = "Filling the sample tenant with six months of releases";
      const people = await step(title, (_, progress) => fillSample(database, progress));
      console.log(sampleSignIn(home, people));
    }
  } finally {
    await disconnect();
  }
  writeState(home, { sample, done: true });
}

/** Begins anew when an earlier start was killed half way. */
async function fillSample({ appUrl, home }: EmbeddedDatabase, log: (line: string) => void): Promise<SamplePerson[]> {
  const password = secretFile(path.join(home, samplePasswordFile));
  await removeSample();
  // Decisions name the trace of their evaluation, so there has to be one.
  const telemetry = startTelemetry();
  try {
    const { people } = await seedSample(appUrl, { now: new Date(), log, password });
    await showSampleTo(people);
    return people;
  } finally {
    await telemetry.shutdown();
  }
}

/** The first administrator finds the sample beside the own tenant, and can remove it there. */
async function showSampleTo(people: SamplePerson[]): Promise<void> {
  const host = people.find(({ roles }) => roles.includes("admin"));
  if (!host) throw new Error("The sample has no admin.");
  const { id, sessionVersion } = await signIn(host.email, host.password, "first run");
  const person = await personOfSession(id, sessionVersion);
  const actor = person && actorIn(person, null);
  if (actor) await addPerson({ actor }, { ...FIRST_ADMIN, roles: ["admin"] });
}

function sampleSignIn(home: string, people: SamplePerson[]): string {
  const width = Math.max(...people.map(({ email }) => email.length));
  const lines = people.map(({ email, roles }) => `    ${email.padEnd(width)}  ${roles.join(", ")}`);
  const password = people[0]?.password ?? "";
  return [
    "\n  People of the sample tenant:",
    ...lines,
    `  Password of them all: ${password}`,
    `  Kept in ${path.join(home, samplePasswordFile)}; "npm run sample:remove" removes the sample.\n`,
  ].join("\n");
}
