import type { Command } from "commander";
import type { Io } from "../io";
import { addServerOptions } from "../options";
import { inOperation } from "../telemetry/operation";
import type { ExportOptions } from "./postmortem-export";
import type { ImportOptions } from "./postmortem-import";

/** `postmortem export | import`. What a command needs is loaded when it runs. */
export function addPostmortemCommands(program: Command, io: Io, done: () => void): void {
  const postmortem = program
    .command("postmortem")
    .helpCommand(false)
    .description("write the postmortem of an incident to a file, or bring one from elsewhere");
  addServerOptions(postmortem.command("export <incident>"))
    .description("write incident.md, byte by byte as it is archived (INC-7, or the incident's id)")
    .option("--out <file>", "where it goes; a name that ends in .json gets the document as JSON", "incident.md")
    .option("--version <version>", "a published version, or draft (default: the latest version, else the draft)")
    .action(async (named: string, options: ExportOptions) => {
      const { exportPostmortem } = await import("./postmortem-export");
      await inOperation(io, "postmortem export", () => exportPostmortem(io, named, options));
      done();
    });
  addServerOptions(postmortem.command("import <file>"))
    .description("bring an incident.md, or the same as JSON, of an incident that is over: both are made from it")
    .option("--service <name>", "where the document does not say it")
    .option("--severity <severity>", "sev1, sev2 or sev3, where the document does not say it")
    .option("--title <text>", "where the document does not say it")
    .option("--declared <time>", "RFC 3339, where the document does not say it")
    .option("--resolved <time>", "RFC 3339, where the document does not say it")
    .action(async (file: string, options: ImportOptions) => {
      const { importPostmortem } = await import("./postmortem-import");
      await inOperation(io, "postmortem import", () => importPostmortem(io, file, options));
      done();
    });
}
