import { z } from "zod";
import { SEVERITIES, SEVERITY_WORDS, type Severity } from "@/lib/core/incident/model";
import { badInput } from "../exit";
import { instantOption } from "../instant-option";
import { type Io, setting } from "../io";
import { required } from "../server/target";
import { type SendOptions, send } from "./send";

export type DeclareOptions = SendOptions & {
  severity: string;
  title: string;
  service?: string;
  impact?: string;
  affects?: string[];
  startedAt?: string;
  alertSource?: string;
  alertKey?: string;
  firedAt?: string;
  alertUrl?: string;
  runbookUrl?: string;
};

const answer = z.looseObject({ id: z.string(), reference: z.string(), duplicate: z.boolean() });

/** Declares an incident, or notes an alert on the one that is open for it. */
export async function declareIncident(io: Io, options: DeclareOptions): Promise<void> {
  const { title, impact, affects, startedAt } = options;
  const severity = severityOf(options.severity);
  const service = required(options.service ?? setting(io, "READINESS_SERVICE"), "--service or READINESS_SERVICE");
  const alert = alertOf(io, options);
  const body = {
    ...{ service, severity, title },
    ...(impact === undefined ? {} : { impact }),
    ...(affects === undefined ? {} : { affectedServices: affects }),
    ...(startedAt === undefined ? {} : { startedAt: instantOption("--started-at", startedAt) }),
    ...(alert ? { alert } : {}),
  };
  // What is declared again after it was resolved is another incident.
  const write = { method: "POST", path: "incidents", body, repeatable: true } as const;
  await send(io, options, write, answer, ({ reference, duplicate, id }) =>
    duplicate
      ? `${reference} is open for this alert already; it is noted there (${id})`
      : `${reference} is declared as ${SEVERITY_WORDS[severity]} on ${service} (${id})`,
  );
}

function severityOf(text: string): Severity {
  const severity = SEVERITIES.find((each) => each === text.toLowerCase());
  if (severity) return severity;
  throw badInput(`--severity ${text}: must be one of ${SEVERITIES.join(", ")}`);
}

function alertOf(io: Io, options: DeclareOptions): Record<string, string> | null {
  const { alertSource, alertKey, firedAt, alertUrl, runbookUrl } = options;
  if (alertSource === undefined && alertKey === undefined) {
    const given = [firedAt, alertUrl, runbookUrl].some((each) => each !== undefined);
    if (given) throw badInput("--fired-at, --alert-url and --runbook-url go with --alert-source and --alert-key");
    return null;
  }
  return {
    source: required(alertSource, "--alert-source"),
    key: required(alertKey, "--alert-key"),
    firedAt: firedAt === undefined ? io.now().toISOString() : instantOption("--fired-at", firedAt),
    ...(alertUrl === undefined ? {} : { url: alertUrl }),
    ...(runbookUrl === undefined ? {} : { runbookUrl }),
  };
}
