import type { Command } from "commander";
import type { Io } from "../io";
import { addServerOptions, collect } from "../options";
import { inOperation } from "../telemetry/operation";
import type { AcknowledgeOptions, ResolveOptions } from "./incident-answer";
import type { DeclareOptions } from "./incident-declare";
import type { ListOptions } from "./incident-list";
import type { NoteOptions } from "./incident-note";

/** `incident declare | list | acknowledge | note | resolve`. */
export function addIncidentCommands(program: Command, io: Io, done: () => void): void {
  const incident = program
    .command("incident")
    .helpCommand(false)
    .description("declare what goes wrong, write on its timeline, and say when it is over");
  addDeclare(incident, io, done);
  addServerOptions(incident.command("list"))
    .description("list incidents, the latest declared first")
    .option("--state <state>", "open, any, or one state such as mitigating", "open")
    .option("--severity <severity>", "sev1, sev2 or sev3")
    .option("--service <name>", "a service that they affect")
    .option("--limit <count>", "the most that are listed", "50")
    .action(async (options: ListOptions) => {
      const { listIncidents } = await import("./incident-list");
      await inOperation(io, "incident list", () => listIncidents(io, options));
      done();
    });
  addServerOptions(incident.command("acknowledge <incident>"))
    .description("say that you have seen an incident (INC-7, or its id) and are on it")
    .action(async (named: string, options: AcknowledgeOptions) => {
      const { acknowledgeIncident } = await import("./incident-answer");
      await inOperation(io, "incident acknowledge", () => acknowledgeIncident(io, named, options));
      done();
    });
  addServerOptions(incident.command("note <incident> <text>"))
    .description("write on the timeline of an incident (INC-7, or its id)")
    .option("--update", "an update for those who wait; starts the time until the next one is owed")
    .option("--at <time>", "when it happened, RFC 3339 (default: now)")
    .option("--evidence <url>", "what shows it")
    .action(async (named: string, text: string, options: NoteOptions) => {
      const { noteIncident } = await import("./incident-note");
      await inOperation(io, "incident note", () => noteIncident(io, named, text, options));
      done();
    });
  addServerOptions(incident.command("resolve <incident>"))
    .description("end an incident (INC-7, or its id): it blocks nothing any more, and its postmortem is due")
    .option("--note <text>", "what resolved it")
    .action(async (named: string, options: ResolveOptions) => {
      const { resolveNamedIncident } = await import("./incident-answer");
      await inOperation(io, "incident resolve", () => resolveNamedIncident(io, named, options));
      done();
    });
}

function addDeclare(incident: Command, io: Io, done: () => void): void {
  addServerOptions(incident.command("declare"))
    .description("declare an incident: those who respond to its severity are told, and a sev1 blocks releases")
    .requiredOption("--severity <severity>", "sev1, sev2 or sev3")
    .requiredOption("--title <text>", "what is wrong")
    .option("--service <name>", "service (READINESS_SERVICE)")
    .option("--impact <text>", "what it does to users")
    .option("--affects <name>", "another service that it affects; repeatable", collect)
    .option("--started-at <time>", "when the harm began, RFC 3339")
    .option("--alert-source <name>", "the system whose alert it is")
    .option("--alert-key <key>", "the alert's own name: while its incident is open, the same one declares no other")
    .option("--fired-at <time>", "when the alert fired, RFC 3339 (default: now)")
    .option("--alert-url <url>", "where to look at the alert")
    .option("--runbook-url <url>", "what to do about it")
    .action(async (options: DeclareOptions) => {
      const { declareIncident } = await import("./incident-declare");
      await inOperation(io, "incident declare", () => declareIncident(io, options));
      done();
    });
}
