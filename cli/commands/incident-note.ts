import { z } from "zod";
import { instantOption } from "../instant-option";
import type { Io } from "../io";
import { connectionFrom } from "../server/connection";
import { incidentPath, resolveIncident } from "../server/incident";
import { type SendOptions, send } from "./send";

export type NoteOptions = SendOptions & { update?: boolean; at?: string; evidence?: string };

const answer = z.looseObject({ id: z.string(), sequence: z.number() });

/** Writes on the timeline of an incident. However often it is tried in one run, it is written once. */
export async function noteIncident(io: Io, named: string, text: string, options: NoteOptions): Promise<void> {
  const { at, evidence, update } = options;
  const body = {
    ...{ entryId: io.randomId(), kind: update ? "update" : "note", text },
    ...(at === undefined ? {} : { at: instantOption("--at", at) }),
    ...(evidence === undefined ? {} : { evidenceUrl: evidence }),
  };
  const connection = await connectionFrom(io, options);
  const id = await resolveIncident(io, connection, named);
  const write = { method: "POST", path: incidentPath(id, "entries"), body } as const;
  const tell = ({ sequence }: z.output<typeof answer>) => `Entry ${sequence} is on the timeline of ${named}`;
  await send(io, options, write, answer, tell, connection);
}
