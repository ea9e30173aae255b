import type { Command } from "commander";
import type { Io } from "../io";
import { addScopeOptions, addServerOptions, addTargetOptions, collect } from "../options";
import type { SendOptions } from "./send";
import type { SubmitManifestOptions } from "./submit-manifest";
import type { MetricsOptions } from "./submit-metrics";
import type { ScorecardOptions } from "./submit-scorecard";

/** `submit scorecard | metrics | manifest | rehearsal`. What a command needs is loaded when it runs. */
export function addSubmitCommands(program: Command, io: Io, done: () => void): void {
  const submit = program
    .command("submit")
    .helpCommand(false)
    .description("send evidence: scorecard, metrics, manifest or rehearsal");
  addScorecard(submit, io, done);
  addManifest(submit, io, done);
  addServerOptions(
    addScopeOptions(submit.command("metrics <file>")).option("--commit <hash>", "commit that the file must be of"),
  )
    .description("send readiness_metrics.json")
    .action(async (file: string, options: MetricsOptions) => {
      const { submitMetrics } = await import("./submit-metrics");
      await submitMetrics(io, file, options);
      done();
    });
  addServerOptions(submit.command("rehearsal <file>"))
    .description("record a rollback rehearsal")
    .action(async (file: string, options: SendOptions) => {
      const { submitRehearsal } = await import("./submit-rehearsal");
      await submitRehearsal(io, file, options);
      done();
    });
}

function addScorecard(submit: Command, io: Io, done: () => void): void {
  addServerOptions(addScopeOptions(submit.command("scorecard [file]")))
    .description("send a scorecard: FILE, or one that is built from test reports")
    .option("--junit <suite=report>", "JUnit XML of a suite, a file or pattern; repeatable", collect)
    .option("--suite <file>", "JSON of one suite, such as performance or security; repeatable", collect)
    .option("--commit <hash>", "commit that was tested (default: git's HEAD)")
    .option("--run-id <id>", "id of the run (default: the workflow's, else a new one)")
    .option("--version <version>", "version that was tested, where it is known")
    .option("--owner <name>", "team that owns the scorecard")
    .option("--out <file>", "also write the scorecard to a file")
    .option("--metrics-out <file>", "also write what the suites measured, as readiness_metrics.json")
    .action(async (file: string | undefined, options: ScorecardOptions) => {
      const { submitScorecard } = await import("./submit-scorecard");
      await submitScorecard(io, file, options);
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
      await submitManifest(io, file, options);
      done();
    });
}
