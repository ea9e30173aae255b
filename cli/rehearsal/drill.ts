import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { REHEARSAL_STEPS, type RehearsalDocument } from "@/lib/core/rehearsal/schema";
import { unreadable } from "../files/read";
import { writeJson } from "../files/write";
import type { Io } from "../io";
import type { Telemetry } from "../telemetry/telemetry";
import type { RehearsalConfig } from "./config";
import { type DrillPlace, documentOf } from "./document";
import { runStep, type TimedStep } from "./step";

export const STEP_SPAN = "deployment.rollback_rehearsal.step";

export type DrillSetting = {
  place: DrillPlace;
  /** Where the record goes. */
  out: string;
  signal: AbortSignal;
  telemetry: Telemetry;
  /** Called when a step begins and when it has ended. */
  tell: (step: Pick<TimedStep, "name"> | TimedStep) => void;
};

/**
 * Deploys, rolls back and verifies, in that order, as far as each step passes. The record is on the disk from the start
 * and after each step: whatever ends the process, the file says no more than what was done.
 */
export async function runDrill(io: Io, config: RehearsalConfig, setting: DrillSetting): Promise<RehearsalDocument> {
  const startedAt = io.now();
  const steps: TimedStep[] = [];
  const save = async () => {
    const document = documentOf(config, setting.place, { startedAt, now: io.now(), steps });
    await writeJson(io, setting.out, document);
    return document;
  };
  const logs = await logFolder(io, startedAt);
  let document = await save();
  for (const name of REHEARSAL_STEPS) {
    setting.tell({ name });
    const step = await setting.telemetry.span(STEP_SPAN, { "readiness.rehearsal.step": name }, async (span) => {
      const env = { ...drillVariables(config, setting.place), TRACEPARENT: span.traceparent };
      const ended = await runStep(io, config.steps[name], { name, logs, signal: setting.signal, env });
      span.setAttributes({ outcome: ended.ended });
      if (ended.ended !== "passed") span.fail(ended.ended === "failed" ? ended.fault : "was interrupted");
      return ended;
    });
    steps.push(step);
    setting.tell(step);
    document = await save();
    if (step.ended !== "passed") break;
  }
  return document;
}

/** One script can serve every drill. */
const drillVariables = (config: RehearsalConfig, { service, environment }: DrillPlace): Record<string, string> => ({
  READINESS_SERVICE: service,
  READINESS_ENVIRONMENT: environment,
  READINESS_FROM_VERSION: config.from_version,
  READINESS_TO_VERSION: config.to_version,
});

/** `readiness_logs/rehearsal-20251001T120000Z-1f3a…` */
async function logFolder(io: Io, at: Date): Promise<string> {
  const time = at.toISOString().replace(/[-:]|\.\d+/g, "");
  const folder = join("readiness_logs", `rehearsal-${time}-${io.randomId().slice(0, 8)}`);
  try {
    await mkdir(resolve(io.cwd, folder), { recursive: true });
  } catch (error) {
    throw unreadable(error, folder);
  }
  return folder;
}
