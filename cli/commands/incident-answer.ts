import { z } from "zod";
import type { Io } from "../io";
import { connectionFrom } from "../server/connection";
import { incidentPath, resolveIncident } from "../server/incident";
import { type SendOptions, send } from "./send";

export type AcknowledgeOptions = SendOptions;
export type ResolveOptions = SendOptions & { note?: string };

const acknowledged = z.looseObject({ state: z.string() });
const resolved = z.looseObject({ resolvedAt: z.string() });

/** Says that whoever has the token has seen an incident and is on it. */
export async function acknowledgeIncident(io: Io, named: string, options: AcknowledgeOptions): Promise<void> {
  const connection = await connectionFrom(io, options);
  const id = await resolveIncident(io, connection, named);
  const write = { method: "POST", path: incidentPath(id, "acknowledge"), body: {}, repeatable: true } as const;
  const tell = ({ state }: z.output<typeof acknowledged>) => `${named}: your acknowledgement is noted; it is ${state}`;
  await send(io, options, write, acknowledged, tell, connection);
}

/** Ends an incident. One that is resolved already is refused. */
export async function resolveNamedIncident(io: Io, named: string, options: ResolveOptions): Promise<void> {
  const connection = await connectionFrom(io, options);
  const id = await resolveIncident(io, connection, named);
  const body = options.note === undefined ? {} : { note: options.note };
  // One that was opened again can be resolved again, with the same words.
  const write = { method: "POST", path: incidentPath(id, "resolve"), body, repeatable: true } as const;
  const tell = ({ resolvedAt }: z.output<typeof resolved>) => `${named} is resolved since ${resolvedAt}`;
  await send(io, options, write, resolved, tell, connection);
}
