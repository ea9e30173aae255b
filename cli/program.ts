import { Command, CommanderError } from "commander";
import { DomainError } from "@/lib/core/errors";
import { version } from "@/package.json";
import { addDeploymentCommands } from "./commands/deployment";
import type { GateOptions } from "./commands/gate";
import { addIncidentCommands } from "./commands/incident";
import { addManifestCommand } from "./commands/manifest-options";
import { addPostmortemCommands } from "./commands/postmortem-options";
import { addRehearsalCommands } from "./commands/rehearsal";
import { addReleaseCommands } from "./commands/release";
import { addRunCommand } from "./commands/run-options";
import { addSubmitCommands } from "./commands/submit";
import { addVerifyCommands } from "./commands/verify";
import { CliError, EXIT, EXIT_SUCCESS, exitOfError } from "./exit";
import type { Io } from "./io";
import { addServerOptions, addTargetOptions } from "./options";
import { plain } from "./report/text";

const ENVIRONMENT_HELP = `
Environment:
  READINESS_SERVER, READINESS_TOKEN, READINESS_SERVICE, READINESS_ENVIRONMENT stand for the options of the same name;
  the token is never an option, because command lines are seen by others: use READINESS_TOKEN or --token-file

Exit codes:
  0  done; of gate: approved, and nothing else is 0
  1  gate: rejected; verify: it does not hold; run and rehearsal run: did not pass
  2  gate: a waiver or more would let it pass
  3  bad input: options, files, or what the server refuses as wrong
  4  the server or the network failed, or something unexpected did`;

/** Runs one command line and gives the exit code of the process. Never throws. */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  let exitCode: number = EXIT.failure;
  const program = createProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    return reportError(io, error);
  }
}

function createProgram(io: Io, finish: (code: number) => void): Command {
  const program = new Command("readiness");
  program
    .description("Sends a pipeline's evidence to Readiness and asks whether a release may ship.")
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .exitOverride()
    .enablePositionalOptions()
    .helpCommand(false)
    .showHelpAfterError("(add --help for the options)")
    .version(version)
    .addHelpText("after", ENVIRONMENT_HELP);
  const done = () => finish(EXIT_SUCCESS);
  addRunCommand(program, io, finish);
  addSubmitCommands(program, io, done);
  addReleaseCommands(program, io, done);
  addManifestCommand(program, io, done);
  addRehearsalCommands(program, io, finish);
  addGateCommand(program, io, finish);
  addDeploymentCommands(program, io, done);
  addIncidentCommands(program, io, done);
  addPostmortemCommands(program, io, done);
  addVerifyCommands(program, io, finish);
  return program;
}

function addGateCommand(program: Command, io: Io, finish: (code: number) => void): void {
  const gate = program
    .command("gate")
    .description("ask whether a release may ship: of the server, which stores the decision, or offline from files");
  addServerOptions(addTargetOptions(gate))
    .option("--commit <hash>", "offline: the commit that the manifest must be of")
    .option("--manifest <file>", "judge offline: the manifest, exported or written by hand")
    .option("--config <file>", "offline: the policy, gate_config.yml")
    .option("--scorecard <file>", "offline: the scorecard (default: the manifest's scorecard_path)")
    .option("--metrics <file>", "offline: readiness_metrics.json")
    .option("--facts <file>", "judge recorded facts with --config, at --at")
    .option("--at <time>", "with --facts: the instant to judge at, RFC 3339 (default: now)")
    .option("--github", "write workflow annotations (default where GITHUB_STEP_SUMMARY is set)")
    .option("--wait <time>", "wait so long for an approve, such as 30m, and show what is missing meanwhile")
    .option("--poll <time>", "with --wait: how often to look (default: 5s)")
    .option("--decision-file <file>", "also write the decision, or offline the verdict, to a file")
    .action(async (options: GateOptions) => {
      const { runGate } = await import("./commands/gate");
      finish(await runGate(io, options));
    });
}

function reportError(io: Io, error: unknown): number {
  if (error instanceof CommanderError) {
    const isAnswer = error.code === "commander.helpDisplayed" || error.code === "commander.version";
    return isAnswer ? EXIT_SUCCESS : EXIT.badInput;
  }
  if (error instanceof CliError || error instanceof DomainError) {
    io.err(`readiness: ${plain(error.message)}\n`);
    const [first, ...others] = error.issues;
    const listed = first && !error.message.includes(first.message) ? [first, ...others] : others;
    for (const { path, message } of listed) io.err(`  - ${plain(path ? `${path}: ${message}` : message)}\n`);
  } else {
    io.err(`readiness: unexpected failure: ${plain(error instanceof Error ? error.message : String(error))}\n`);
  }
  return exitOfError(error);
}
