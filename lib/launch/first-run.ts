import path from "node:path";
import pg from "pg";
import { connect, disconnect } from "@/db/client";
import { withMutex } from "@/db/embedded/mutex";
import { secretFile } from "@/db/embedded/secret-file";
import type { EmbeddedDatabase } from "@/db/embedded/start";
import { seedSample } from "@/db/seed/sample";
import { bootstrapTenant } from "@/lib/registry/tenant/bootstrap";
import { removeSample } from "@/lib/registry/tenant/remove-sample";
import { step } from "./console";
import { readState, writeState } from "./first-run-state";

const tenant = { tenantName: "Main", tenantSlug: "main" };
const adminPasswordFile = "admin-password";
const samplePasswordFile = "sample-password";
const admin = { email: "admin@readiness.local", name: "Administrator" };

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
  const slugs = await tenantSlugs(database.adminUrl);
  if (!before && slugs.length > 0) return writeState(home, { sample: false, done: true });
  const { sample } = before ?? { sample: wanted };
  writeState(home, { sample, done: false });
  await connect(database.appUrl);
  try {
    const password = await step("Creating the first administrator", () => createAdmin(home, slugs));
    console.log(adminSignIn(home, password));
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

/** The password is kept before the account is made: whatever is killed in between, the one in the file works. */
async function createAdmin(home: string, slugs: string[]): Promise<string> {
  const password = secretFile(path.join(home, adminPasswordFile));
  if (!slugs.includes(tenant.tenantSlug)) await bootstrapTenant({ ...tenant, admin: { ...admin, password } });
  return password;
}

/** Begins anew when an earlier start was killed half way. */
async function fillSample({ appUrl, home }: EmbeddedDatabase, log: (line: string) => void): Promise<SamplePerson[]> {
  const password = secretFile(path.join(home, samplePasswordFile));
  await removeSample();
  return (await seedSample(appUrl, { now: new Date(), log, password })).people;
}

function adminSignIn(home: string, password: string): string {
  return `\n  Administrator: ${admin.email}\n  Password:      ${password}\n  Kept in ${path.join(home, adminPasswordFile)}\n`;
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

/** As superuser, because row-level security hides every tenant from the owner and the web application. */
async function tenantSlugs(adminUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const result = await client.query<{ slug: string }>("SELECT slug FROM tenant");
    return result.rows.map((row) => row.slug);
  } finally {
    await client.end();
  }
}
