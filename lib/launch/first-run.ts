import { writeFileSync } from "node:fs";
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
const adminFile = "admin-password";
const sampleFile = "sample-people";
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
    const people = sample
      ? await step("Filling the sample tenant with six months of releases", () => fillSample(database))
      : [];
    console.log(credentials(home, password, people));
  } finally {
    await disconnect();
  }
  writeState(home, { sample, done: true });
}

/** The password is kept before the account is made: whatever is killed in between, the one in the file works. */
async function createAdmin(home: string, slugs: string[]): Promise<string> {
  const password = secretFile(path.join(home, adminFile));
  if (!slugs.includes(tenant.tenantSlug)) await bootstrapTenant({ ...tenant, admin: { ...admin, password } });
  return password;
}

/** Begins anew when an earlier start was killed half way. */
async function fillSample({ appUrl, home }: EmbeddedDatabase): Promise<SamplePerson[]> {
  await removeSample();
  const { people } = await seedSample(appUrl, { now: new Date(), log: () => {} });
  writeFileSync(path.join(home, sampleFile), `${people.map(describe).join("\n")}\n`, { mode: 0o600 });
  return people;
}

function credentials(home: string, password: string, people: SamplePerson[]): string {
  const lines = [
    "",
    `Sign in as ${admin.email} with the password ${password}`,
    `(kept in ${path.join(home, adminFile)})`,
  ];
  if (people.length > 0) {
    lines.push("", "People of the sample tenant, with password and roles", `(kept in ${path.join(home, sampleFile)}):`);
    lines.push(...people.map(describe));
  }
  return `${lines.join("\n  ")}\n`;
}

function describe({ email, password, roles }: SamplePerson): string {
  return `${email}  ${password}  ${roles.join(", ")}`;
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
