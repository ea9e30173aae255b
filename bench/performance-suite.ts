import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import autocannon from "autocannon";
import { connect, disconnect } from "@/db/client";
import { buildWhenStale } from "@/lib/launch/build";
import { runMain, step } from "@/lib/launch/console";
import { type Lifetime, runForLifetime } from "@/lib/launch/lifetime";
import { type Stage, throwawayDatabase, throwawayServer } from "@/lib/launch/throwaway";
import { actorIn, personOfSession } from "@/lib/registry/person/actor";
import { signIn } from "@/lib/registry/person/sign-in";
import { createToken } from "@/lib/registry/token/create";

type Target = { server: string; token: string };
const CONNECTIONS = 4;
const REQUESTS = 1000;

/**
 * Puts load on the API and writes what autocannon measured: of the server that READINESS_SERVER and READINESS_TOKEN
 * name, else of one that is started for it with the sample data.
 */
async function measure(out: string, lifetime: Lifetime): Promise<number> {
  const { READINESS_SERVER: server, READINESS_TOKEN: token } = process.env;
  const target = server && token ? { server, token } : await ownTarget(lifetime);
  const headers = { authorization: `Bearer ${target.token}` };
  const requests = ["/api/v1/releases?limit=20", "/readyz"].map((path) => ({ method: "GET" as const, path, headers }));
  const load = { url: target.server, connections: CONNECTIONS, requests };
  await autocannon({ ...load, amount: REQUESTS / 10 });
  const found = await autocannon({ ...load, amount: REQUESTS });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(found)}\n`);
  console.log(`${found.requests.total} requests, P97.5 ${found.latency.p97_5} ms, ${found.non2xx} not 2xx → ${out}`);
  return 0;
}

async function ownTarget(lifetime: Lifetime): Promise<Target> {
  await step("Building the application", (detail) => buildWhenStale(lifetime, detail));
  const stage = await step("Filling a throwaway database", () => throwawayDatabase(lifetime));
  const token = await readingToken(stage);
  const server = await step("Starting the web server", () =>
    throwawayServer(stage, lifetime, "performance-server.log"),
  );
  return { server, token };
}

async function readingToken({ database, sample }: Stage): Promise<string> {
  const admin = sample.people.find(({ roles }) => roles.includes("admin"));
  if (!admin) throw new Error("The sample has no administrator.");
  await connect(database.appUrl);
  try {
    const { id, sessionVersion } = await signIn(admin.email, admin.password, "performance");
    const person = await personOfSession(id, sessionVersion);
    const actor = person && actorIn(person, null);
    if (!actor) throw new Error("The sample's administrator is a member of no tenant.");
    const stepUp = { personId: actor.id, method: "password" as const, at: new Date() };
    return (await createToken({ actor, stepUp }, { name: "performance", verbs: ["read"], expiresInDays: 1 })).token;
  } finally {
    await disconnect();
  }
}

await runMain(() => runForLifetime((lifetime) => measure(process.argv[2] ?? "reports/autocannon.json", lifetime)));
