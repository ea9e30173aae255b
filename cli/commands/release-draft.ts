import { z } from "zod";
import { writeJson } from "../files/write";
import type { Io } from "../io";
import { jsonReport } from "../report/json";
import { plain } from "../report/text";
import { expectAnswer } from "../server/answer";
import { callServer } from "../server/client";
import { connectionFrom } from "../server/connection";
import { releasePath, resolveRelease, type TargetOptions } from "../server/target";
import type { SendOptions } from "./send";

export type DraftOptions = SendOptions & TargetOptions & { out: string };

const answer = z.looseObject({
  releaseId: z.string(),
  content: z.looseObject({}),
  missing: z.array(z.looseObject({ path: z.string(), message: z.string() })),
});

/** Writes the manifest's draft as the registry has it, and says what is still missing in it. */
export async function fetchDraft(io: Io, options: DraftOptions): Promise<void> {
  const connection = await connectionFrom(io, options);
  const id = await resolveRelease(io, connection, options);
  const received = await callServer(io, connection, { method: "GET", path: releasePath(id, "manifest/draft") });
  const { content, missing } = expectAnswer(answer, received, connection.server);
  await writeJson(io, options.out, content);
  if (options.json) return io.out(jsonReport(received));
  io.out(`${plain(`${options.out}: draft, ${missing.length} missing`)}\n`);
  for (const { message } of missing) io.out(`  ${plain(message)}\n`);
}
