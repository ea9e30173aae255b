import type { Command } from "commander";

/** Options of every command that talks to the server. */
export function addServerOptions(command: Command): Command {
  return command
    .option("--server <url>", "address of the server (READINESS_SERVER)")
    .option("--token-file <file>", "file that holds the API token (READINESS_TOKEN)")
    .option("--timeout <seconds>", "longest wait for one answer (default: 30)")
    .option("--retries <count>", "how often to try again when the server cannot be reached (default: 3)")
    .option("--idempotency-key <key>", "key of this request; the same key never acts twice")
    .option("--json", "print JSON instead of text");
}

/** Options that name one release. */
export function addTargetOptions(command: Command): Command {
  return addScopeOptions(
    command.option("--release <id>", "the release's id; else service, version and environment name it"),
  ).option("--version <version>", "version of the release");
}

export function addScopeOptions(command: Command): Command {
  return command
    .option("--service <name>", "service (READINESS_SERVICE)")
    .option("--environment <name>", "environment (READINESS_ENVIRONMENT)");
}

/** Of an option that may be repeated: all its values. */
export const collect = (value: string, earlier: string[] = []): string[] => [...earlier, value];
