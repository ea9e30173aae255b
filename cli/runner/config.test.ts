import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CliError } from "../exit";
import { testIo } from "../testing/io";
import { Workspace } from "../testing/run";
import { readRunConfig } from "./config";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());

async function read(text: string) {
  await workspace.write({ "config.yml": text });
  return readRunConfig(testIo({ cwd: workspace.folder }).io, "config.yml");
}

const SUITE = `suites:
  - name: unit
    command: make test
    reports: [unit.xml]
`;

it("what is left out has defaults that fail closed: blocking, no retries, half an hour", async () => {
  expect(await read(SUITE)).toEqual({
    suites: [
      {
        name: "unit",
        command: "make test",
        env: {},
        workingDirectory: ".",
        blocking: true,
        retries: 0,
        timeoutSeconds: 1800,
        thresholds: {},
        reports: [{ path: "unit.xml" }],
        artifacts: [],
      },
    ],
  });
});

it("everything that can be said is understood", async () => {
  const { suites, ...about } = await read(`
owner: platform
environment: staging
service: shop
suites:
  - name: E2E
    description: Journeys
    command: [node, test.js]
    env: { PORT: 8080, DEBUG: true, NAME: shop }
    working_directory: web
    blocking: false
    retries: 2
    timeout: 90s
    thresholds: { max_duration_seconds: 60, max_error_budget_burn: 1, max_vulnerabilities: { critical: 0 } }
    objective: 0.999
    reports: ["reports/*.xml", { path: load.json, format: junit }]
    artifacts: ["traces/**"]
`);
  expect(about).toEqual({ owner: "platform", environment: "staging", service: "shop" });
  expect(suites[0]).toMatchObject({
    name: "end-to-end",
    command: ["node", "test.js"],
    env: { PORT: "8080", DEBUG: "true", NAME: "shop" },
    workingDirectory: "web",
    blocking: false,
    retries: 2,
    timeoutSeconds: 90,
    objective: 0.999,
    reports: [{ path: "reports/*.xml" }, { path: "load.json", format: "junit" }],
    artifacts: ["traces/**"],
  });
});

it.each([
  ["90s", 90],
  ["10m", 600],
  ["1.5h", 5400],
  ["250ms", 0.25],
  ["45", null],
  ["soon", null],
  ["-5s", null],
  ["0s", null],
  ["25h", null],
])("timeout %s", async (text, seconds) => {
  const config = read(`${SUITE}    timeout: ${JSON.stringify(text)}\n`);
  if (seconds === null) await expect(config).rejects.toThrow(/^config\.yml:5:5 suites\[0\]\.timeout: must be seconds/);
  else expect((await config).suites[0]?.timeoutSeconds).toBe(seconds);
});

describe("a mistake is named with its line and column", () => {
  it.each([
    ["an unknown key", `${SUITE}    retry: 3\n`, "config.yml:5:5 suites[0].retry: unknown key"],
    ["an unknown key at the top", `${SUITE}suite: []\n`, "config.yml:5:1 suite: unknown key"],
    [
      "an unknown threshold",
      `${SUITE}    thresholds: { p95: 3 }\n`,
      "config.yml:5:19 suites[0].thresholds.p95: unknown key",
    ],
    [
      "no reports",
      "suites:\n  - name: unit\n    command: x\n    reports: []\n",
      "config.yml:4:5 suites[0].reports: must name at least one",
    ],
    ["reports left out", "suites:\n  - name: unit\n    command: x\n", "config.yml:2:5 suites[0].reports:"],
    ["no suites", "suites: []\n", "config.yml:1:1 suites: must hold at least one suite"],
    ["an empty file", "", "config.yml: must be a map that holds suites"],
    [
      "a name twice",
      `${SUITE}  - name: e2e\n    command: x\n    reports: [a]\n  - name: End to end\n    command: x\n    reports: [a]\n`,
      "config.yml:8:5 suites[2].name: the suite end-to-end is already listed at suites[1]",
    ],
    [
      "an unknown format",
      `${SUITE.replace("[unit.xml]", "[{ path: a, format: tap }]")}`,
      "config.yml:4:26 suites[0].reports[0].format: must be one of ",
    ],
    [
      "a key of a report",
      `${SUITE.replace("[unit.xml]", "[{ path: a, kind: tap }]")}`,
      "config.yml:4:26 suites[0].reports[0].kind: unknown key",
    ],
    ["too many retries", `${SUITE}    retries: 11\n`, "config.yml:5:5 suites[0].retries: must be at most 10"],
    [
      "a rate above 1",
      `${SUITE}    thresholds: { max_flake_rate: 3 }\n`,
      "config.yml:5:19 suites[0].thresholds.max_flake_rate: must be a rate",
    ],
    [
      "burn without objective",
      `${SUITE}    thresholds: { max_error_budget_burn: 1 }\n`,
      "config.yml:5:19 suites[0].thresholds.max_error_budget_burn: needs the suite's objective",
    ],
    ["an objective of 1", `${SUITE}    objective: 1\n`, "config.yml:5:5 suites[0].objective: must be below 1"],
    [
      "a list as variable",
      `${SUITE}    env: { A: [1] }\n`,
      "config.yml:5:12 suites[0].env.A: must be a text, a number",
    ],
    ["a variable's name", `${SUITE}    env: { "A B": 1 }\n`, "config.yml:5:12 suites[0].env.A B:"],
    [
      "a command of numbers",
      SUITE.replace("make test", "[1, 2]"),
      "config.yml:3:5 suites[0].command: must be a text for the shell",
    ],
    ["broken YAML", "suites: [\n", "config.yml:"],
    ["a key twice", `${SUITE}    command: other\n`, "config.yml:5:5: Map keys must be unique"],
  ])("%s", async (_what, text, message) => {
    const error = await read(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CliError);
    expect(error).toMatchObject({ exitCode: 3, message: expect.stringContaining(message) });
  });
});
