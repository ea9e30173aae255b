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
const admin = { email: "admin@readiness.local", name: "Administrator" };

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
    await step("Creating the first administrator", () => createAdmin(home, slugs));
    if (sample) await step("Filling the sample tenant with six months of releases", () => fillSample(database));
  } finally {
    await disconnect();
  }
  writeState(home, { sample, done: true });
}

/** The password is kept before the account is made: whatever is killed in between, the one in the file works. */
async function createAdmin(home: string, slugs: string[]): Promise<void> {
  const file = path.join(home, "admin-password");
  const password = secretFile(file);
  if (!slugs.includes(tenant.tenantSlug)) await bootstrapTenant({ ...tenant, admin: { ...admin, password } });
  console.log(`\n  Sign in as ${admin.email} with the password ${password}\n  It is kept in ${file}\n`);
}

async function fillSample(database: EmbeddedDatabase): Promise<void> {
  await removeSample();
  const { people } = await seedSample(database.appUrl, { now: new Date(), log: () => {} });
  const file = path.join(database.home, "sample-people");
  const lines = people.map(({ email, password, roles }) => `${email}  ${password}  ${roles.join(", ")}`);
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  console.log(`\n  People of the sample tenant (e-mail, password, roles), kept in ${file}:`);
  console.log(`${lines.map((line) => `    ${line}`).join("\n")}\n`);
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
