import type { Command } from "commander";
import type { Io } from "../io";
import { addScopeOptions, addServerOptions, collect } from "../options";
import { inOperation } from "../telemetry/operation";
import type { RehearsalRecordOptions } from "./rehearsal-record";
import type { RehearsalRunOptions } from "./rehearsal-run";

const CONFIG = ".github/readiness/rehearsal.yml";
const RECORD = "readiness_rehearsal.json";

/** `rehearsal run | record`. What a command needs is loaded when it runs. */
export function addRehearsalCommands(program: Command, io: Io, finish: (code: number) => void): void {
  const rehearsal = program
    .command("rehearsal")
    .helpCommand(false)
    .description("execute a rollback drill, or record one that was done by hand");
  addRun(rehearsal, io, finish);
  addRecord(rehearsal, io, () => finish(0));
}

function addRun(rehearsal: Command, io: Io, finish: (code: number) => void): void {
  addServerOptions(addScopeOptions(rehearsal.command("run")))
    .description("deploy, roll back and verify, each timed; write the record and send it")
    .option("--config <file>", "what to execute", CONFIG)
    .option("--participant <name>", "who takes part, instead of those in the file; repeatable", collect)
    .option("--out <file>", "where the record goes", RECORD)
    .option("--no-submit", "do not send the record")
    .action(async (options: RehearsalRunOptions) => {
      const { runRehearsal } = await import("./rehearsal-run");
      finish(await runRehearsal(io, options));
    });
}

function addRecord(rehearsal: Command, io: Io, done: () => void): void {
  addServerOptions(addScopeOptions(rehearsal.command("record [file]")))
    .description("record a drill that was done by hand: FILE, or what the options say")
    .option("--from-version <version>", "version that was rolled back")
    .option("--to-version <version>", "version that was rolled back to")
    .option("--outcome <outcome>", "passed, failed or aborted")
    .option("--started-at <time>", "RFC 3339, such as 2025-10-01T12:00:00Z")
    .option("--finished-at <time>", "RFC 3339")
    .option("--participant <name>", "who took part; repeatable", collect)
    .option("--gap <text>", "what was found wanting; repeatable", collect)
    .option("--evidence-url <url>", "where the evidence is")
    .action(async (file: string | undefined, options: RehearsalRecordOptions) => {
      const { recordRehearsal } = await import("./rehearsal-record");
      await inOperation(io, "rehearsal record", (telemetry, span) =>
        recordRehearsal(io, file, options, { telemetry, span }),
      );
      done();
    });
}
