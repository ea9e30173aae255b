import { z } from "zod";
import { sha256 } from "@/lib/core/digest";
import { failure } from "../exit";
import { writeText } from "../files/write";
import type { Io } from "../io";
import { jsonReport } from "../report/json";
import { plain } from "../report/text";
import { expectAnswer } from "../server/answer";
import { callServer } from "../server/client";
import { connectionFrom } from "../server/connection";
import { incidentPath, resolveIncident } from "../server/incident";
import type { SendOptions } from "./send";

export type ExportOptions = SendOptions & { out: string; version?: string };

const answer = z.looseObject({
  reference: z.string(),
  version: z.number().nullable(),
  markdown: z.string(),
  digest: z.string(),
  json: z.string(),
  jsonDigest: z.string(),
});

/** Writes the postmortem of an incident to a file, once what arrived hashes to what the server says. */
export async function exportPostmortem(io: Io, named: string, options: ExportOptions): Promise<void> {
  const connection = await connectionFrom(io, options);
  const id = await resolveIncident(io, connection, named);
  const query = options.version === undefined ? "" : `?${new URLSearchParams({ version: options.version })}`;
  const received = await callServer(io, connection, { method: "GET", path: incidentPath(id, `postmortem${query}`) });
  const found = expectAnswer(answer, received, connection.server);
  const isJson = options.out.endsWith(".json");
  const [text, digest] = isJson ? [found.json, found.jsonDigest] : [found.markdown, found.digest];
  if (sha256(text) !== digest) throw failure(`${connection.server.host}: the document is not the one of ${digest}`);
  await writeText(io, options.out, text);
  if (options.json) return io.out(jsonReport(received));
  const what = found.version === null ? "draft" : `version ${found.version}`;
  io.out(`${plain(`${options.out}: postmortem of ${found.reference}, ${what}, ${digest}`)}\n`);
}
