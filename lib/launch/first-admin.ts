import path from "node:path";
import pg from "pg";
import { connect, disconnect } from "@/db/client";
import { secretFile } from "@/db/embedded/secret-file";
import { bootstrapTenant } from "@/lib/registry/tenant/bootstrap";
import { step } from "./console";
import type { LaunchDatabase } from "./database";

const tenant = { tenantName: "Main", tenantSlug: "main" };
const passwordFile = "admin-password";
export const FIRST_ADMIN = { email: "admin@readiness.local", name: "Administrator" };

/** Gives a database of one's own that holds no tenant yet its first one; any other is left alone. */
export async function firstAdminOf(database: LaunchDatabase): Promise<void> {
  const slugs = await tenantSlugs(database.ownerUrl);
  if (slugs.length > 0) return;
  await connect(database.appUrl);
  await createFirstAdmin(database.home, slugs).finally(disconnect);
}

/** Makes the first tenant and its admin where they are missing, and prints how to sign in. */
export async function createFirstAdmin(home: string, slugs: string[]): Promise<void> {
  const password = await step("Creating the first administrator", () => createAdmin(home, slugs));
  const file = path.join(home, passwordFile);
  console.log(`\n  Administrator: ${FIRST_ADMIN.email}\n  Password:      ${password}\n  Kept in ${file}\n`);
}

/** The password is kept before the account is made: whatever is killed in between, the one in the file works. */
async function createAdmin(home: string, slugs: string[]): Promise<string> {
  const password = secretFile(path.join(home, passwordFile));
  if (!slugs.includes(tenant.tenantSlug)) await bootstrapTenant({ ...tenant, admin: { ...FIRST_ADMIN, password } });
  return password;
}

/** As owner of the tables, whom the policy of this one does not hide anything from. */
export async function tenantSlugs(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const result = await client.query<{ slug: string }>("SELECT slug FROM tenant");
    return result.rows.map((row) => row.slug);
  } finally {
    await client.end();
  }
}
