import pg from "pg";

export interface LoginRole {
  name: string;
  password: string;
}

/** Owns the schema and runs the migrations; may make the roles that these grant to, but is no superuser. */
export const OWNER_ROLE = "readiness_owner";
/** What the web application signs in as; owns nothing. */
export const WEB_ROLE = "readiness_web";

const abilities: Record<string, string> = {
  [OWNER_ROLE]: "LOGIN NOSUPERUSER NOBYPASSRLS CREATEROLE CREATEDB",
  [WEB_ROLE]: "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB",
};

/** Makes what is missing and leaves the rest; only under the mutex, because CREATE DATABASE has no IF NOT EXISTS. */
export async function ensureRolesAndDatabase(adminUrl: string, roles: LoginRole[], database: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const role of roles) await ensureRole(client, role);
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    const name = pg.escapeIdentifier(database);
    if (!found.rowCount) await client.query(`CREATE DATABASE ${name} OWNER ${OWNER_ROLE}`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${WEB_ROLE}`);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, { name, password }: LoginRole): Promise<void> {
  const found = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
  const verb = found.rowCount ? "ALTER" : "CREATE";
  await client.query(`${verb} ROLE ${name} ${abilities[name] ?? "LOGIN"} PASSWORD ${pg.escapeLiteral(password)}`);
}
