import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { canonicalJson } from "@/lib/core/digest";
import { call } from "@/lib/testing/http";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, newToken } from "@/lib/testing/tenant";

type Fixture = { policy: object | null; facts: object; at: string; expect?: object; expectError?: string };

openDatabase();
const folder = path.join(process.cwd(), "lib/core/gate/fixtures");
const fixtures = readdirSync(folder).filter((file) => file.endsWith(".json"));
const fixtureIn = (file: string): Fixture => JSON.parse(readFileSync(path.join(folder, file), "utf8"));
let token: string;

beforeAll(async () => {
  token = (await newToken(await newTenant(), ["gate:evaluate"])).text;
});

it.each(fixtures)("the API judges %s as the core and the command line do, to the byte", async (file) => {
  const { policy, facts, at, expect: wanted, expectError } = fixtureIn(file);
  const answer = await call("POST", "/api/v1/gate/simulate", { token, body: { policy, facts, at } });
  if (expectError) expect(answer.status).toBe(400);
  else expect(canonicalJson(answer.json)).toBe(canonicalJson(wanted));
});
