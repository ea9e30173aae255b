import { z } from "zod";
import { parseWith } from "@/lib/core/parse";
import { rehearsalDocument } from "@/lib/core/rehearsal/schema";
import { readJson } from "../files/read";
import type { Io } from "../io";
import { type SendOptions, send } from "./send";

const answer = z.looseObject({ id: z.string(), outcome: z.string() });

/** Records a rollback rehearsal. */
export async function submitRehearsal(io: Io, file: string, options: SendOptions): Promise<void> {
  const document = await readJson(io, file);
  const { service, environment } = parseWith(rehearsalDocument, document, "rehearsal");
  await send(io, options, { method: "POST", path: "rehearsals", body: document }, answer, ({ outcome, id }) => {
    return `Rehearsal of ${service} in ${environment} is recorded: ${outcome} (${id})`;
  });
}
