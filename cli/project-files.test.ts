import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { REQUIRED_SUITES } from "@/lib/core/scorecard/model";
import { readGateConfig } from "./gate/config";
import { processIo } from "./io";
import { readRunConfig } from "./runner/config";

const project = fileURLToPath(new URL("..", import.meta.url));
const io = { ...processIo(), cwd: project };
const yaml = async (path: string) => parse(await readFile(`${project}${path}`, "utf8"));

it("this project runs all five suites on itself", async () => {
  const { suites } = await readRunConfig(io, ".github/readiness/config.yml");
  expect(suites.map(({ name }) => name)).toEqual([...REQUIRED_SUITES]);
});

it.each(["python", "node"])("the guide's %s project runs all five suites", async (name) => {
  const { suites } = await readRunConfig(io, `docs/examples/${name}/.github/readiness/config.yml`);
  expect(suites.map((suite) => suite.name)).toEqual([...REQUIRED_SUITES]);
});

it("this project's offline policy denies nothing by being unreadable", async () => {
  expect(await readGateConfig(io, ".github/readiness/gate_config.yml")).toMatchObject({ maxRehearsalAgeDays: 30 });
});

it("the workflow runs at 06:00 UTC and on demand, and keeps the evidence of a run that failed", async () => {
  const { on, jobs } = await yaml(".github/workflows/readiness.yml");
  expect(on.schedule).toEqual([{ cron: "0 6 * * *" }]);
  expect(on).toHaveProperty("workflow_dispatch");
  const upload = jobs.readiness.steps.find(({ uses = "" }) => uses.startsWith("actions/upload-artifact@"));
  expect(upload.if).toBe("always()");
  expect(upload.with.path.trim().split(/\s+/)).toEqual([
    "readiness_logs/",
    "readiness_scorecards/",
    "readiness_metrics.json",
    "readiness_report.json",
  ]);
  for (const secret of ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_HEADERS", "READINESS_TOKEN"]) {
    expect(jobs.readiness.env[secret]).toBe(`\${{ secrets.${secret} }}`);
  }
});
