import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { isAllowedAddress } from "./address";
import { OutboundError, type OutboundLimits, send } from "./outbound";

const servers: Server[] = [];
const LOOPBACK = "127.0.0.0/8";

async function peer(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

const get = (url: string, limits: OutboundLimits = {}) => send({ url, method: "GET", headers: {} }, limits);
const failureOf = async (work: Promise<unknown>): Promise<OutboundError> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof OutboundError) return error;
  throw new Error(`expected an OutboundError, got ${String(error)}`);
};

describe("which addresses may be asked", () => {
  const PUBLIC = ["8.8.8.8", "140.82.112.5", "2606:50c0:8000::153", "::ffff:8.8.8.8"];
  const OTHERS = [
    [
      "0.0.0.0",
      "10.1.2.3",
      "100.64.0.1",
      "127.0.0.1",
      "127.255.255.255",
      "169.254.169.254",
      "172.16.0.1",
      "172.31.9.9",
    ],
    [
      "192.0.0.1",
      "192.0.2.1",
      "192.168.1.1",
      "198.18.0.1",
      "198.51.100.1",
      "203.0.113.9",
      "224.0.0.1",
      "255.255.255.255",
    ],
    [
      "::",
      "::1",
      "fe80::1",
      "fe80::1%eth0",
      "fc00::1",
      "fd12::1",
      "ff02::1",
      "2001:db8::1",
      "2002:7f00:1::",
      "64:ff9b::7f00:1",
    ],
    ["::ffff:127.0.0.1", "::ffff:7f00:1", "0:0:0:0:0:ffff:a00:1", "::127.0.0.1", "2001::1", "localhost", ""],
  ].flat();
  it.each(PUBLIC)("%s is public", (address) => expect(isAllowedAddress(address, undefined)).toBe(true));
  it.each(OTHERS)("%s is not", (address) => expect(isAllowedAddress(address, undefined)).toBe(false));
  it("an administrator allows ranges, and no others with them", () => {
    const allowed = "10.0.0.0/8, fd00::/8";
    expect(["10.9.9.9", "::ffff:10.9.9.9", "fd00::5"].map((each) => isAllowedAddress(each, allowed))).toEqual([
      true,
      true,
      true,
    ]);
    expect(["127.0.0.1", "192.168.0.1", "fc00::1"].map((each) => isAllowedAddress(each, allowed))).toEqual([
      false,
      false,
      false,
    ]);
    expect(isAllowedAddress("127.0.0.1", "true")).toBe(true);
  });
});

describe("a request goes nowhere it was not meant to", () => {
  it.each([
    "http://127.0.0.1:9/",
    "http://[::1]:9/",
    "http://[::ffff:127.0.0.1]:9/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://localhost:9/",
    "http://169.254.169.254/latest/meta-data/",
  ])("%s is refused before anything is sent", async (url) => {
    expect(await failureOf(get(url))).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("not public"),
    });
  });

  it.each(["ftp://8.8.8.8/", "file:///etc/passwd", "gopher://8.8.8.8/", "//8.8.8.8/", "javascript:1", ""])(
    "%j is no address for it",
    async (url) => expect(await failureOf(get(url))).toMatchObject({ kind: "refused" }),
  );

  it("credentials in an address are refused and not repeated", async () => {
    const failure = await failureOf(get("https://user:hunter2@example.com/"));
    expect(failure.kind).toBe("refused");
    expect(failure.message).not.toContain("hunter2");
  });

  it("a name that has one private address among public ones is refused", async () => {
    const resolve = async () => ["8.8.8.8", "10.0.0.7"];
    expect(await failureOf(get("https://two-faces.example/", { resolve }))).toMatchObject({ kind: "refused" });
  });

  it("a name is resolved once, and the connection goes to the address that was judged", async () => {
    let asked = 0;
    const origin = await peer((request, response) => response.end(`host ${request.headers.host}`));
    const { port } = new URL(origin);
    const resolve = async () => {
      asked += 1;
      return asked === 1 ? ["127.0.0.1"] : ["203.0.113.1"];
    };
    const { text } = await get(`http://rebind.example:${port}/`, { resolve, allowed: LOOPBACK });
    expect({ asked, text }).toEqual({ asked: 1, text: `host rebind.example:${port}` });
  });

  it("a redirect is not followed", async () => {
    let secretReached = false;
    const inside = await peer((_, response) => {
      secretReached = true;
      response.end("secret");
    });
    const origin = await peer((_, response) => response.writeHead(302, { location: inside }).end());
    expect(await failureOf(get(origin, { allowed: LOOPBACK }))).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("redirect"),
    });
    expect(secretReached).toBe(false);
  });
});

describe("a peer cannot hold this process up", () => {
  it("one that never answers is given up", async () => {
    const origin = await peer(() => {});
    expect(await failureOf(get(origin, { allowed: LOOPBACK, timeoutMs: 50 }))).toMatchObject({
      kind: "failed",
      message: "It did not answer in time.",
    });
  });

  it("one that trickles is given up too", async () => {
    const origin = await peer((_, response) => {
      response.write("a");
    });
    expect(await failureOf(get(origin, { allowed: LOOPBACK, timeoutMs: 50 }))).toMatchObject({ kind: "failed" });
  });

  it("an answer without end is cut off", async () => {
    const origin = await peer((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(64 * 1024)));
      };
      response.on("drain", more);
      more();
    });
    expect(await failureOf(get(origin, { allowed: LOOPBACK, maxBytes: 100_000 }))).toMatchObject({
      kind: "failed",
      message: expect.stringContaining("larger"),
    });
  });

  it("a name that does not resolve and a port that nobody listens on may work later", async () => {
    const resolve = async () => Promise.reject(new Error("ENOTFOUND"));
    expect(await failureOf(get("https://nowhere.invalid/", { resolve }))).toMatchObject({ kind: "failed" });
    const origin = await peer(() => {});
    await new Promise((closed) => servers.splice(0)[0]?.close(closed));
    expect(await failureOf(get(origin, { allowed: LOOPBACK }))).toMatchObject({ kind: "failed" });
  });
});

it("an answer of any status is handed back as it is, and a body arrives whole", async () => {
  const origin = await peer((request, response) => {
    request.setEncoding("utf8");
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => response.writeHead(422, { "x-was": request.method ?? "" }).end(body));
  });
  const body = JSON.stringify({ comment: "größer".repeat(1000) });
  const answer = await send({ url: origin, method: "POST", headers: {}, body }, { allowed: LOOPBACK });
  expect({ status: answer.status, text: answer.text, was: answer.headers["x-was"] }).toEqual({
    status: 422,
    text: body,
    was: "POST",
  });
});
