import type { RehearsalDocument } from "@/lib/core/rehearsal/schema";
import { badInput, EXIT, EXIT_SUCCESS, type ExitCode } from "../exit";
import { type Io, setting } from "../io";
import { interruptible } from "../process/interruption";
import { type RehearsalConfig, readRehearsalConfig } from "../rehearsal/config";
import type { DrillPlace } from "../rehearsal/document";
import { type DrillSetting, runDrill } from "../rehearsal/drill";
import { drillReport, stepLine } from "../rehearsal/report";
import { recordDuration, rehearsalAttributes, type SpanOf, sendRehearsal } from "../rehearsal/send";
import { jsonReport } from "../report/json";
import { plain } from "../report/text";
import { type Connection, connectionFrom } from "../server/connection";
import { required } from "../server/target";
import { openTelemetry, type Span, type Telemetry } from "../telemetry/telemetry";
import type { SendOptions } from "./send";

export type RehearsalRunOptions = SendOptions & {
  config: string;
  service?: string;
  environment?: string;
  participant?: string[];
  out: string;
  submit: boolean;
};

/** Executes a rollback drill, writes its record and sends it. Gives 0 when it passed, 1 when it did not. */
export async function runRehearsal(io: Io, options: RehearsalRunOptions): Promise<ExitCode> {
  const config = await readRehearsalConfig(io, options.config);
  const place = placeOf(io, config, options);
  // Whoever cannot send the record should know before production is rolled back.
  const connection = options.submit ? await connectionFrom(io, options) : null;
  const telemetry = await openTelemetry(io, { "deployment.environment.name": place.environment });
  try {
    return await telemetry.span("deployment.rollback_rehearsal", {}, async (span) => {
      const tell: DrillSetting["tell"] = (step) => (options.json ? undefined : io.out(stepLine(step)));
      const { document, isInterrupted } = await interruptible(async (signal) => {
        const drilled = await runDrill(io, config, { place, out: options.out, signal, telemetry, tell });
        return { document: drilled, isInterrupted: signal.aborted };
      });
      tellSpan(span, telemetry, document);
      io.out(options.json ? jsonReport(document) : drillReport(document, options.out));
      if (connection && !isInterrupted) await submit(io, document, options, { telemetry, span }, connection);
      else if (connection) io.err(`readiness: not sent, because it was interrupted; ${howToSend(options)}\n`);
      return document.outcome === "passed" ? EXIT_SUCCESS : EXIT.reject;
    });
  } finally {
    await telemetry.close();
  }
}

function placeOf(io: Io, config: RehearsalConfig, options: RehearsalRunOptions): DrillPlace {
  const { service, environment } = config;
  const participants = options.participant ?? config.participants;
  if (!participants) throw badInput(`missing: ${options.config} names no participants, and no --participant is given`);
  return {
    service: required(
      options.service ?? setting(io, "READINESS_SERVICE") ?? service,
      "--service, READINESS_SERVICE or service in the file",
    ),
    environment: required(
      options.environment ?? setting(io, "READINESS_ENVIRONMENT") ?? environment,
      "--environment, READINESS_ENVIRONMENT or environment in the file",
    ),
    participants,
  };
}

function tellSpan(span: Span, telemetry: Telemetry, document: RehearsalDocument): void {
  span.setAttributes({
    ...rehearsalAttributes(document),
    "readiness.rehearsal.outcome": document.outcome,
    "readiness.rehearsal.from_version": document.from_version,
    "readiness.rehearsal.to_version": document.to_version,
  });
  if (document.outcome !== "passed") span.fail(document.gaps[0] ?? document.outcome);
  recordDuration(telemetry, document);
}

const howToSend = ({ out }: RehearsalRunOptions): string =>
  `the record is in ${plain(out)}; send it with: readiness submit rehearsal ${plain(out)}`;

async function submit(
  io: Io,
  document: RehearsalDocument,
  options: RehearsalRunOptions,
  to: SpanOf,
  connection: Connection,
): Promise<void> {
  try {
    // Standard output is one JSON document with --json: the record.
    const quiet = options.json ? { ...io, out: () => undefined } : io;
    await sendRehearsal(quiet, { document, body: document }, options, to, connection);
  } catch (error) {
    io.err(`readiness: ${howToSend(options)}\n`);
    throw error;
  }
}
