import type { Command } from "commander";
import type { Io } from "../io";
import { addScopeOptions, addServerOptions, collect } from "../options";
import { inOperation } from "../telemetry/operation";
import type { VerifyDecisionOptions } from "./verify-decision";
import type { VerifyManifestOptions } from "./verify-manifest";
import type { VerifyPackOptions } from "./verify-pack";

const ARTIFACT = "file, pattern, NAME=FILE or sha256:… that is about to be deployed; repeatable";

/** `verify decision | manifest | pack`: what a deploy step asks before it deploys, and an auditor afterwards. */
export function addVerifyCommands(program: Command, io: Io, finish: (code: number) => void): void {
  const verify = program
    .command("verify")
    .helpCommand(false)
    .description("check a decision, a manifest or an evidence pack");
  addServerOptions(addScopeOptions(verify.command("decision <file>")))
    .description("whether the server stands behind a decision file, for exactly these artifacts")
    .option("--artifact <file>", ARTIFACT, collect)
    .option("--version <version>", "version that the decision must be of")
    .option("--commit <hash>", "commit that the decision must be of")
    .option("--max-age <time>", "how old the decision may be, by the server's clock", "1h")
    .option("--offline", "ask no server: only whether the file is consistent, which proves nothing")
    .action(async (file: string, options: VerifyDecisionOptions) => {
      const { verifyDecision } = await import("./verify-decision");
      finish(await inOperation(io, "verify decision", () => verifyDecision(io, file, options)));
    });
  verify
    .command("manifest <file>")
    .description("whether a manifest is as it was exported, and covers these artifacts")
    .option("--artifact <file>", ARTIFACT, collect)
    .option("--digest <sha256>", "digest that it must have")
    .option("--json", "print JSON instead of text")
    .action(async (file: string, options: VerifyManifestOptions) => {
      const { verifyManifest } = await import("./verify-manifest");
      finish(await inOperation(io, "verify manifest", () => verifyManifest(io, file, options)));
    });
  addVerifyPack(verify, io, finish);
}

function addVerifyPack(verify: Command, io: Io, finish: (code: number) => void): void {
  verify
    .command("pack <file>")
    .description("whether an evidence pack is whole: digests, signatures and the proofs of its ledger entries")
    .option("--digest <sha256>", "digest that it must have, as the ledger holds it of an issued pack")
    .option("--root <hex>", "head of the ledger that its proofs must lead to")
    .option("--json", "print JSON instead of text")
    .action(async (file: string, options: VerifyPackOptions) => {
      const { verifyPack } = await import("./verify-pack");
      finish(await inOperation(io, "verify pack", () => verifyPack(io, file, options)));
    });
}
