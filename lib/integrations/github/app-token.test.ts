import { generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { appJwt, forgetToken, installationToken } from "./app-token";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const installation = { installationId: "7", repository: "acme/shop" };
const limits = { allowed: "127.0.0.0/8" };
let server: Server;
let apiUrl = "";
let issued = 0;
let answer: { status: number; body: unknown };

beforeAll(async () => {
  server = createServer((_, response) => {
    issued += 1;
    response.writeHead(answer.status).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  issued = 0;
  answer = { status: 201, body: { token: "ghs_a", expires_at: "2026-01-01T01:00:00Z" } };
});

it("an app's own token was issued a minute ago and lives less than ten minutes", () => {
  const now = new Date("2026-01-01T00:00:00Z");
  const [, claims = ""] = appJwt({ apiUrl, appId: "1", privateKey }, now).split(".");
  const second = now.getTime() / 1000;
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toEqual({
    iat: second - 60,
    exp: second + 480,
    iss: "1",
  });
});

it("a token is used again until a minute before its end, and not after", async () => {
  const app = { apiUrl, appId: "1", privateKey };
  const at = (time: string) => installationToken(app, installation, { now: () => new Date(time), limits });
  for (const time of ["2026-01-01T00:00:00Z", "2026-01-01T00:58:59Z"])
    expect(await at(time)).toEqual({ token: "ghs_a" });
  expect(issued).toBe(1);
  await at("2026-01-01T00:59:00Z");
  expect(issued).toBe(2);
  forgetToken(app, installation);
  await at("2026-01-01T00:00:00Z");
  expect(issued).toBe(3);
});

it("a token is never shared: another app, key, installation or repository gets its own", async () => {
  const now = () => new Date("2026-01-01T00:00:00Z");
  const app = { apiUrl, appId: "2", privateKey };
  await installationToken(app, installation, { now, limits });
  await installationToken({ ...app, appId: "3" }, installation, { now, limits });
  await installationToken(app, { ...installation, installationId: "8" }, { now, limits });
  await installationToken(app, { ...installation, repository: "acme/other" }, { now, limits });
  expect(issued).toBe(4);
});

it("what is no token is none", async () => {
  const app = { apiUrl, appId: "9", privateKey };
  for (const body of ["nothing", {}, { token: "" }, { token: "x", expires_at: "tomorrow" }]) {
    answer = { status: 201, body };
    expect(await installationToken(app, installation, { limits })).toEqual({ status: 201 });
  }
  answer = { status: 404, body: {} };
  expect(await installationToken(app, installation, { limits })).toEqual({ status: 404 });
});
