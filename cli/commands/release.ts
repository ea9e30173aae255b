import type { Command } from "commander";
import type { Io } from "../io";
import { addScopeOptions, addServerOptions, addTargetOptions, collect } from "../options";
import { inOperation } from "../telemetry/operation";
import type { AdvanceOptions } from "./release-advance";
import type { CreateOptions } from "./release-create";

/** `release create | advance`. */
export function addReleaseCommands(program: Command, io: Io, done: () => void): void {
  const release = program
    .command("release")
    .helpCommand(false)
    .description("register a release and say which stage it is at");
  addServerOptions(addScopeOptions(release.command("create")))
    .description("register a release candidate")
    .option("--version <version>", "version of the release")
    .option("--commit <hash>", "commit that is released (default: git's HEAD)")
    .action(async (options: CreateOptions) => {
      const { createRelease } = await import("./release-create");
      await inOperation(io, "release create", () => createRelease(io, options));
      done();
    });
  addServerOptions(addTargetOptions(release.command("advance <stage>")))
    .description("start a stage, or say how it ended")
    .option("--status <status>", "running, succeeded or failed")
    .option("--note <text>", "what people should know about it")
    .option("--artifact <file>", "file, pattern or sha256:… that is to ship; repeatable", collect)
    .option("--manifest <file>", "manifest whose artifacts are to ship")
    .action(async (stage: string, options: AdvanceOptions) => {
      const { advanceRelease } = await import("./release-advance");
      await inOperation(io, "release advance", () => advanceRelease(io, stage, options));
      done();
    });
}
