import type { Command } from "commander";
import type { Io } from "../io";
import { addScopeOptions, collect } from "../options";
import type { RunOptions } from "./run";

export function addRunCommand(program: Command, io: Io, finish: (code: number) => void): void {
  addScopeOptions(program.command("run"))
    .description("run the readiness suites and keep their evidence: logs, scorecard, test results, metrics, report")
    .option("--config <file>", "the suites (default: .github/readiness/config.yml)")
    .option("--only <suites>", "run these suites alone, such as unit,e2e; the others count as not run", collect)
    .option("--commit <hash>", "commit that is tested (default: git's HEAD)")
    .option("--version <version>", "version that is tested, where it is known")
    .option("--owner <name>", "team that owns the scorecard")
    .option("--run-id <id>", "id of the run (default: the workflow's, else a new one)")
    .option("--out-dir <folder>", "folder for the files (default: the working folder)")
    .option("--json", "print the report as JSON; what happens goes to the error output")
    .option("--submit", "send scorecard, test results and metrics when the suites have ended")
    .option("--server <url>", "with --submit: address of the server (READINESS_SERVER)")
    .option("--token-file <file>", "with --submit: file that holds the API token (READINESS_TOKEN)")
    .option("--timeout <seconds>", "with --submit: longest wait for one answer (default: 30)")
    .option("--retries <count>", "with --submit: how often to try again (default: 3)")
    .action(async (options: RunOptions) => {
      const { runReadiness } = await import("./run");
      finish(await runReadiness(io, options));
    });
}
