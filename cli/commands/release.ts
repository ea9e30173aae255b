import type { Command } from "commander";
import type { Io } from "../io";
import { addScopeOptions, addServerOptions, addTargetOptions, collect } from "../options";
import { inOperation } from "../telemetry/operation";
import type { AdvanceOptions } from "./release-advance";
import type { CreateOptions } from "./release-create";
import type { DraftOptions } from "./release-draft";

/** `release create | advance | draft`. */
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
    .description("start a stage, or say how it ended; exits with 0 when done, 3 when refused, 4 when unreachable")
    .option("--status <status>", "running, succeeded or failed")
    .option("--note <text>", "what people should know about it; the reason, to abort or roll back")
    .option("--evidence <label=url>", "what shows it, such as run=https://…; repeatable", collect)
    .option("--back-to <version>", "version that is in place again, of a release that is rolled back")
    .option("--artifact <file>", "file, pattern or sha256:… that is to ship; repeatable", collect)
    .option("--manifest <file>", "manifest whose artifacts are to ship")
    .action(async (stage: string, options: AdvanceOptions) => {
      const { advanceRelease } = await import("./release-advance");
      await inOperation(io, "release advance", () => advanceRelease(io, stage, options));
      done();
    });
  addServerOptions(addTargetOptions(release.command("draft")))
    .description("write the manifest's draft that the server made when the release entered staging")
    .option("--out <file>", "the draft that is written", "release-manifest.json")
    .action(async (options: DraftOptions) => {
      const { fetchDraft } = await import("./release-draft");
      await inOperation(io, "release draft", () => fetchDraft(io, options));
      done();
    });
}
