import type { Command } from "commander";
import type { Io } from "../io";
import { addScopeOptions, addServerOptions, collect } from "../options";
import { inOperation } from "../telemetry/operation";
import type { ReportOptions } from "./deployment-report";

/** `deployment report`. */
export function addDeploymentCommands(program: Command, io: Io, done: () => void): void {
  const deployment = program
    .command("deployment")
    .helpCommand(false)
    .description("say what was deployed, so that it is matched to the decision that allowed it");
  addServerOptions(addScopeOptions(deployment.command("report")))
    .description("report that a deployment starts, or how it ended; exits with 0 when it is recorded")
    .requiredOption("--state <state>", "started, succeeded or failed")
    .option("--artifact <file>", "file, pattern or sha256:… that is deployed; repeatable", collect)
    .option("--manifest <file>", "manifest whose artifacts are deployed")
    .option("--commit <hash>", "commit that is deployed")
    .option("--version <version>", "version that is deployed")
    .option("--id <id>", "your name of this deployment, the same in each report (default: GitHub's run and job)")
    .option("--at <time>", "when that was, RFC 3339 (default: now)")
    .option("--url <url>", "where to look at it")
    .option("--by <person>", "who deploys: an e-mail address or a name (default: GITHUB_ACTOR)")
    .action(async (options: ReportOptions) => {
      const { reportDeployment } = await import("./deployment-report");
      await inOperation(io, "deployment report", () => reportDeployment(io, options));
      done();
    });
}
