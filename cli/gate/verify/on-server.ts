import { canonicalJson } from "@/lib/core/digest";
import { whyNotDeployable } from "@/lib/core/gate/deployable";
import { CliError } from "../../exit";
import type { Io } from "../../io";
import { expectAnswer } from "../../server/answer";
import { callServer } from "../../server/client";
import type { Connection } from "../../server/connection";
import { previewGate } from "../ask-server";
import { type DecisionFile, type StoredDecision, storedDecision } from "./decision-schema";

/**
 * Why the server does not stand behind a decision file, one sentence each: it does not know the decision, stored another
 * one, made it too long ago, has overruled it, or would not approve any more. Empty when it does.
 */
export async function serverFaults(
  io: Io,
  connection: Connection,
  file: DecisionFile,
  maxAgeSeconds: number,
): Promise<string[]> {
  const stored = await findDecision(io, connection, file.decisionId);
  if (!stored) return [`the server knows no decision ${file.decisionId}`];
  const faults = [...forgeries(file, stored), ...whyNotDeployable(toDeploy(stored), maxAgeSeconds)];
  if (stored.standing.endedAt !== null) return faults;
  // A signature withdrawn or an incident declared since is in no decision yet.
  const { verdict } = await previewGate(io, connection, stored.release.id);
  return verdict.verdict === "approve"
    ? faults
    : [...faults, `the gate would not approve any more: ${verdict.summary}`];
}

async function findDecision(io: Io, connection: Connection, id: string): Promise<StoredDecision | null> {
  try {
    const path = `decisions/${encodeURIComponent(id)}`;
    const answer = await callServer(io, connection, { method: "GET", path });
    return expectAnswer(storedDecision, answer, connection.server);
  } catch (error) {
    if (error instanceof CliError && error.status === 404) return null;
    throw error;
  }
}

const toDeploy = ({ verdict, ...stored }: StoredDecision) => ({ ...stored, verdict: verdict.verdict });

const COMPARED = ["release", "verdict", "policyVersion", "manifestDigest", "artifacts", "traceId"] as const;

function forgeries(file: DecisionFile, stored: StoredDecision): string[] {
  const differs = COMPARED.filter((name) => canonicalJson(file[name]) !== canonicalJson(stored[name]));
  return differs.map((name) => `the file was changed: its ${name} is not what the server stored`);
}
