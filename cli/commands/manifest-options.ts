import type { Command } from "commander";
import type { Io } from "../io";
import { addServerOptions, addTargetOptions } from "../options";
import { inOperation } from "../telemetry/operation";
import type { ManifestCommandOptions } from "./manifest";

/** `manifest`. What it needs is loaded when it runs. */
export function addManifestCommand(program: Command, io: Io, done: () => void): void {
  addServerOptions(addTargetOptions(program.command("manifest")))
    .description("make release-manifest.json from release_config.yml: hash artifacts, compute configuration changes")
    .option("--config <file>", "what the release is made of", ".github/readiness/release_config.yml")
    .option("--out <file>", "the manifest that is written", "release-manifest.json")
    .option("--commit <hash>", "commit that is released (default: the file's, else git's HEAD)")
    .option("--previous <file>", "manifest released last (default: the server's)")
    .option("--first", "there is none that the configuration could be compared with: every key counts as new")
    .option("--submit", "also put it to its release")
    .action(async (options: ManifestCommandOptions) => {
      const { makeManifest } = await import("./manifest");
      await inOperation(io, "manifest", () => makeManifest(io, options));
      done();
    });
}
