import type { Command } from "commander";
import type { Io } from "../io";
import { addScopeOptions, addServerOptions, addTargetOptions, collect } from "../options";
import { inOperation } from "../telemetry/operation";
import type { SendOptions } from "./send";
import type { SubmitManifestOptions } from "./submit-manifest";
import type { MetricsOptions } from "./submit-metrics";
import type { ScorecardOptions } from "./submit-scorecard";
import type { TestsOptions } from "./submit-tests";

/** `submit scorecard | metrics | tests | manifest | rehearsal`. What a command needs is loaded when it runs. */
export function addSubmitCommands(program: Command, io: Io, done: () => void): void {
  const submit = program
    .command("submit")
    .helpCommand(false)
    .description("send evidence: scorecard, metrics, tests, manifest or rehearsal");
  addScorecard(submit, io, done);
  addManifest(submit, io, done);
  addServerOptions(
    addScopeOptions(submit.command("metrics <file>")).option("--commit <hash>", "commit that the file must be of"),
  )
    .description("send readiness_metrics.json")
    .action(async (file: string, options: MetricsOptions) => {
      const { submitMetrics } = await import("./submit-metrics");
      await inOperation(io, "submit metrics", () => submitMetrics(io, file, options));
      done();
    });
  addServerOptions(
    addScopeOptions(submit.command("tests <file>")).option("--commit <hash>", "commit that the file must be of"),
  )
    .description("send readiness_tests.json: how each test of a run ended")
    .action(async (file: string, options: TestsOptions) => {
      const { submitTests } = await import("./submit-tests");
      await submitTests(io, file, options);
      done();
    });
  addServerOptions(submit.command("rehearsal <file>"))
    .description("record a rollback rehearsal")
    .action(async (file: string, options: SendOptions) => {
      const { recordRehearsal } = await import("./rehearsal-record");
      await inOperation(io, "submit rehearsal", (telemetry, span) =>
        recordRehearsal(io, file, options, { telemetry, span }),
      );
      done();
    });
}

function addScorecard(submit: Command, io: Io, done: () => void): void {
  addServerOptions(addScopeOptions(submit.command("scorecard [file]")))
    .description("send a scorecard: FILE, or one that is built from test reports")
    .option("--report <suite=file>", "report of a suite in any known format, a file or pattern; repeatable", collect)
    .option("--junit <suite=file>", "the same, but JUnit XML for certain; repeatable", collect)
    .option("--suite <file>", "JSON of one suite, such as performance or security; repeatable", collect)
    .option("--commit <hash>", "commit that was tested (default: git's HEAD)")
    .option("--run-id <id>", "id of the run (default: the workflow's, else a new one)")
    .option("--version <version>", "version that was tested, where it is known")
    .option("--owner <name>", "team that owns the scorecard")
    .option("--out <file>", "also write the scorecard to a file")
    .option("--metrics-out <file>", "also write what the suites measured, as readiness_metrics.json")
    .option("--tests-out <file>", "also write how each test ended, as readiness_tests.json")
    .action(async (file: string | undefined, options: ScorecardOptions) => {
      const { submitScorecard } = await import("./submit-scorecard");
      await inOperation(io, "submit scorecard", () => submitScorecard(io, file, options));
      done();
    });
}

function addManifest(submit: Command, io: Io, done: () => void): void {
  addServerOptions(addTargetOptions(submit.command("manifest <file>")))
    .description("complete a manifest template, hash its artifacts and put it to its release")
    .option("--artifact <name=file>", "file or pattern to hash: FILE, NAME=FILE, 'dist/**'; repeatable", collect)
    .option("--commit <hash>", "commit that is released (default: the template's, else git's HEAD)")
    .option("--author <person>", "'Name <mail>'; repeatable (default: the template's, else the commit's)", collect)
    .option("--scorecard <file>", "scorecard to refer to, as it was submitted")
    .option("--out <file>", "also write the complete manifest to a file")
    .option("--dry-run", "send nothing; print the manifest, or write it with --out")
    .action(async (file: string, options: SubmitManifestOptions) => {
      const { submitManifest } = await import("./submit-manifest");
      await inOperation(io, "submit manifest", () => submitManifest(io, file, options));
      done();
    });
}
