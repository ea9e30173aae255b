import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { canonicalJson, digestOf, sha256 } from "@/lib/core/digest";
import { manifestDigest, parseManifest } from "@/lib/core/manifest/parse";
import { COMMIT, scorecardFile } from "../testing/evidence";
import {
  before,
  CONFIG,
  exported,
  MANIFEST_FILE as FILE,
  type Given,
  made as madeIn,
  make as makeIn,
} from "../testing/manifest";
import { Workspace } from "../testing/run";
import { answerJson, FakeServer, type Received } from "../testing/server";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with({ "dist/api.tgz": "api", "dist/web.tgz": "web", "run.json": scorecardFile });
});
afterEach(() => workspace.remove());

const make = (...given: Given) => makeIn(workspace, ...given);
const made = (...given: Given) => madeIn(workspace, ...given);

describe("release-manifest.json", () => {
  it("says what the file, the environment and the artifacts say", async () => {
    const { manifest, out } = await made(CONFIG);
    expect(manifest).toMatchObject({
      release: "1.4",
      service: "service-api",
      commit: COMMIT,
      authors: [{ name: "Dana Dev", email: "dana@example.com" }],
      artifacts: [
        { name: "dist/api.tgz", hash: sha256("api"), bytes: 3 },
        { name: "dist/web.tgz", hash: sha256("web"), bytes: 3 },
      ],
      configuration: [
        { key: "REGION", value: "eu" },
        { key: "WORKERS", value: "8" },
      ],
      rollout_window: { start: "2025-10-01T13:00:00Z", end: "2025-10-01T17:00:00.000Z" },
      secret_versions: [{ name: "db/password", version: "v7" }],
      scorecard: { run_id: scorecardFile.run_id, digest: digestOf(scorecardFile) },
      scorecard_path: "run.json",
    });
    expect(out).toBe(
      `${FILE}: manifest of service-api 1.4 for production, 2 artifacts, 2 configuration changes, all new, ${manifestDigest(manifest)}\n`,
    );
  });

  it("is canonical: the same content is the same bytes, whatever the order in the file", async () => {
    await made(CONFIG);
    const bytes = await workspace.read(FILE);
    const lines = CONFIG.replace("{ WORKERS: 8, REGION: eu }", "{ REGION: eu, WORKERS: 8 }").split(/\n(?=\w)/);
    await made(`${lines.reverse().join("\n")}\n`);
    expect(await workspace.read(FILE)).toBe(bytes);
    expect(bytes).toBe(`${canonicalJson(JSON.parse(bytes))}\n`);
  });

  it("names artifacts as told, takes hashes of what is no file, and the scorecard's place from where it lies", async () => {
    const image = `sha256:${"5e".repeat(32)}`;
    const config = CONFIG.replace(
      "  - dist/*.tgz",
      `  - { name: api, path: dist/api.tgz }\n  - { name: web, path: 'dist/w*' }\n  - { name: image, hash: "${image}" }`,
    );
    expect(await make(config, ["--first", "--out", "out/m.json"])).toMatchObject({ code: 0 });
    const { artifacts, scorecard_path } = parseManifest(await workspace.json("out/m.json"));
    expect(artifacts.map(({ name, hash }) => [name, hash])).toEqual([
      ["api", sha256("api")],
      ["image", image],
      ["web/dist/web.tgz", sha256("web")],
    ]);
    expect(scorecard_path).toBe("../run.json");
  });

  it("is not touched when anything is wrong", async () => {
    await workspace.write({ [FILE]: "the old one" });
    expect(await make(CONFIG.replace("dist/*.tgz", "dist/*.zip"))).toMatchObject({ code: 3 });
    expect(await workspace.read(FILE)).toBe("the old one");
  });
});

describe("bad input, by line and column", () => {
  it.each([
    ["an unknown key", CONFIG.replace("secret_versions", "secrets"), /release\.yml:16:1 secrets: unknown key/],
    ["an unset variable", CONFIG.replace("VERSION", "NOT_SET"), /release\.yml:1:11: .*NOT_SET is not set/],
    ["a variable that is a secret", CONFIG.replace("eu", '"{{CI_TOKEN}}"'), /release\.yml:9:34: CI_TOKEN is named/],
    ["a number for a version", CONFIG.replace('"1.3"', "1.3"), /release\.yml:14:3 rollback_plan\.target_version/],
    [
      "no artifact",
      CONFIG.replace("\n  - dist/*.tgz", " []"),
      /release\.yml:6:1 artifacts: must name what is deployed/,
    ],
    ["a pattern without a match", CONFIG.replace("*.tgz", "*.zip"), /dist\/\*\.zip: no file matches/],
    ["an author without a name", CONFIG.replace("Dana Dev ", ""), /release\.yml:5:11 authors\[0\]/],
    ["a naive time", CONFIG.replace("13:00:00Z", "13:00:00"), /release\.yml:10:19 rollout_window\.start/],
    ["a window of no end", CONFIG.replace(", duration: 4h", ""), /release\.yml:10:1 rollout_window: give its end/],
    ["a duration without unit", CONFIG.replace("4h", '"4"'), /rollout_window: give its end/],
    ["a secret", CONFIG.replace("REGION", "API_TOKEN"), /release\.yml:9:25: API_TOKEN: its name is that of a secret/],
    ["no configuration", CONFIG.replace(/configuration:\n.*\n/, ""), /configuration: say the whole configuration/],
    ["another scorecard", CONFIG.replace(COMMIT, "abcdef0"), /run\.json: the scorecard is of commit/],
    ["a key twice", `${CONFIG}scorecard: run.json\n`, /release\.yml:18:1: /],
    ["nothing", "", /release\.yml.* artifacts/],
  ])("%s", async (_what, config, reason) => {
    const { code, err } = await make(config, ["--first"], {}, { CI_TOKEN: "hush" });
    expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(reason) });
    expect(err).not.toContain("hush");
  });

  it("an option that contradicts the file", async () => {
    expect(await make(CONFIG, ["--first", "--version", "9"])).toMatchObject({
      code: 3,
      err: expect.stringMatching(/release: the file says 1\.4, but 9 was asked for/),
    });
  });
});

describe("configuration changes", () => {
  const changes = [
    { key: "LEGACY", from: "on", to: null },
    { key: "REGION", from: null, to: "eu" },
    { key: "WORKERS", from: "4", to: "8" },
  ];

  it("are told against the manifest of a file", async () => {
    const { manifest, out } = await made(CONFIG, ["--previous", "before.json"], { "before.json": exported(before) });
    expect(manifest.configuration_deltas).toEqual(changes);
    expect(out).toContain("3 configuration changes since 1.3");
  });

  it("are never empty because nobody knew the release before", async () => {
    const { code, err } = await make(CONFIG, []);
    expect(code).toBe(3);
    expect(err).toMatch(
      /release\.yml:8:1: configuration has nothing to be compared with: give --server, or --previous/,
    );
  });

  it("may be stated by hand, in place of a configuration", async () => {
    const config = CONFIG.replace(/configuration:\n.*\n/, "configuration_deltas: [{ key: A, from: '1', to: '2' }]\n");
    const { manifest, out } = await made(config, []);
    expect(manifest.configuration_deltas).toEqual([{ key: "A", from: "1", to: "2" }]);
    expect(manifest).not.toHaveProperty("configuration");
    expect(out).toContain("1 configuration change as stated");
  });

  it.each([
    ["tells no configuration", { configuration: undefined }, /does not tell its configuration; with --first/],
    ["is of another service", { service: "other" }, /is of service other/],
    ["is of another environment", { environment: "staging" }, /is of environment staging/],
    ["is of the very same release", { release: "1.4" }, /is of 1\.4 itself/],
  ])("are refused against a manifest that %s", async (_what, differences, reason) => {
    const content = JSON.parse(JSON.stringify({ ...before, ...differences }));
    const { code, err } = await make(CONFIG, ["--previous", "before.json"], { "before.json": content });
    expect({ code, err }).toEqual({ code: 3, err: expect.stringMatching(reason) });
  });

  it("--first and --previous exclude each other", async () => {
    expect(await make(CONFIG, ["--first", "--previous", "x"])).toMatchObject({ code: 3 });
  });

  describe("against the server's manifest", () => {
    const released = { releaseId: "r1", version: "1.3", revision: 1, digest: manifestDigest(before), manifest: before };
    const none = { detail: "Nothing has been released.", issues: [{ path: "manifest", message: "none" }] };
    async function asked(status: number, body: unknown, args: string[] = []) {
      return FakeServer.during(
        (_request, response) => answerJson(response, status, body),
        async (server) => ({ ...(await make(CONFIG, args, {}, server.env)), received: server.received }),
      );
    }

    it("are told, by service and environment", async () => {
      const { code, received } = await asked(200, released);
      expect(code).toBe(0);
      expect(received.map(({ method, url }) => `${method} ${url}`)).toEqual([
        "GET /api/v1/manifests/released?service=service-api&environment=production",
      ]);
      expect(await workspace.json(FILE)).toMatchObject({ configuration_deltas: changes });
    });

    it("are all keys where the server says that nothing was released", async () => {
      const { code, err } = await asked(404, none);
      expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/nothing of service-api was released/) });
      expect(await workspace.json(FILE)).toMatchObject({
        configuration_deltas: [{ key: "REGION" }, { key: "WORKERS" }],
      });
    });

    it.each([
      ["the service is unknown", 404, { detail: "no service", issues: [{ path: "service", message: "none" }] }, 3],
      ["the server does not know the question", 404, { detail: "no such record" }, 3],
      ["the token may not read", 403, { detail: "no" }, 3],
      ["the server is down", 503, { detail: "later" }, 4],
      ["the answer is none", 200, { version: "1.3" }, 4],
      ["this very release is out already", 200, { ...released, manifest: { ...before, release: "1.4" } }, 3],
    ])("are not told, and nothing is written, when %s", async (_what, status, body, code) => {
      expect(await asked(status, body)).toMatchObject({ code, out: "" });
      await expect(workspace.read(FILE)).rejects.toThrow();
    });

    it("are not asked for with --first", async () => {
      expect(await asked(500, {}, ["--first"])).toMatchObject({ code: 0, received: [] });
    });
  });
});

describe("--submit", () => {
  const stored = { id: "m1", revision: 2, digest: `sha256:${"0".repeat(64)}`, changed: true };
  const releases = {
    items: [{ id: "release-1", service: "service-api", environment: "production", version: "1.4" }],
    nextCursor: null,
  };
  const answer = ({ url, method }: Received, response: ServerResponse) =>
    answerJson(
      response,
      200,
      method === "PUT" ? stored : url.includes("released") ? { version: "1.3", manifest: before } : releases,
    );

  it("puts exactly what was written to the release of that name", async () => {
    await FakeServer.during(answer, async (server) => {
      const { code, out } = await make(CONFIG, ["--submit"], {}, server.env);
      expect(code).toBe(0);
      expect(out).toMatch(/revision 2/);
      const put = server.received.at(-1);
      expect(put).toMatchObject({ method: "PUT", url: "/api/v1/releases/release-1/manifest" });
      expect(`${canonicalJson(put?.body)}\n`).toBe(await workspace.read(FILE));
    });
  });

  it("leaves the file even where the server cannot be reached", async () => {
    const server = await FakeServer.answering(() => {});
    const { env } = server;
    await server.stop();
    const { code } = await make(CONFIG, ["--first", "--submit", "--retries", "0"], {}, env);
    expect(code).toBe(4);
    expect(await workspace.json(FILE)).toMatchObject({ release: "1.4" });
  });
});
