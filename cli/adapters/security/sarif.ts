import { z } from "zod";
import { badInput } from "../../exit";
import type { Adapter, ReportSink } from "../adapter";
import { asObject, firstOf, jsonHead } from "../json-head";
import { expectKind, type JsonParts, readJsonParts, shaped } from "../json-parts";
import { SarifRun } from "./sarif-run";
import { sarifInvocation, sarifResult, sarifRule } from "./sarif-shape";

/**
 * SARIF 2.1.0 of any tool, with any number of runs. Results that passed, are suppressed or gone do not count. A run
 * that failed, or has no list of results, is a violation.
 */
export const sarif: Adapter = {
  name: "sarif",
  title: "SARIF 2.1.0",
  kind: "security",
  detects(head) {
    const { $schema, version, runs } = jsonHead(head);
    if (runs !== undefined && !Array.isArray(runs)) return false;
    const isSarif = typeof $schema === "string" && /sarif/i.test($schema);
    return isSarif || (version === "2.1.0" && runs !== undefined) || "driver" in asObject(firstOf(runs).tool);
  },
  async read(io, path, sink) {
    let version = "";
    let run: SarifRun | null = null;
    await readJsonParts(io, path, {
      "$.version": (value, where) => {
        version = shaped(z.literal("2.1.0"), value, where);
      },
      "$.inlineExternalProperties.*.results#": refuse,
      "$.runs#": expectKind(["array"]),
      "$.runs.*#": (kind, where) => {
        expectKind(["object"])(kind, where);
        run?.finish(sink);
        run = new SarifRun(io, where);
      },
      ...partsOfRun(() => run),
    });
    if (!version) throw badInput(`${path}: is no SARIF log, it has no version`);
    finishLast(run, path, sink);
    sink.scanned();
  },
};

function finishLast(run: SarifRun | null, path: string, sink: ReportSink): void {
  if (run) run.finish(sink);
  else sink.violation(`${path}: holds no run of a tool`);
}

function refuse(_kind: unknown, where: string): never {
  throw badInput(`${where}: results outside of the runs are not read`);
}

function partsOfRun(run: () => SarifRun | null): JsonParts {
  return {
    "$.runs.*.externalPropertyFileReferences.results#": refuse,
    "$.runs.*.tool.driver.name": (value, where) => {
      const present = run();
      if (present) present.tool = shaped(z.string().min(1), value, where);
    },
    "$.runs.*.tool.driver.rules.*": (value, where) => run()?.addRule(shaped(sarifRule, value, where), true),
    "$.runs.*.tool.extensions.*.rules.*": (value, where) => run()?.addRule(shaped(sarifRule, value, where), false),
    "$.runs.*.results#": (kind, where) => {
      expectKind(["array", "null"])(kind, where);
      const present = run();
      if (present && kind === "array") present.hasResults = true;
    },
    "$.runs.*.results.*": (value, where) => run()?.addResult(shaped(sarifResult, value, where)),
    "$.runs.*.invocations.*": (value, where) => {
      const present = run();
      if (present && !shaped(sarifInvocation, value, where).executionSuccessful) present.hasFailed = true;
    },
  };
}
