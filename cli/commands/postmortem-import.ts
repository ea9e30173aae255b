import { z } from "zod";
import { postmortemSchema } from "@/lib/core/incident/postmortem/model";
import { parsePostmortem } from "@/lib/core/incident/postmortem/parse";
import { parseWith } from "@/lib/core/parse";
import { readJson, readText } from "../files/read";
import { instantOption } from "../instant-option";
import type { Io } from "../io";
import { type SendOptions, send } from "./send";

export type ImportOptions = SendOptions & {
  service?: string;
  severity?: string;
  title?: string;
  declared?: string;
  resolved?: string;
};

const answer = z.looseObject({ incidentId: z.string(), reference: z.string(), duplicate: z.boolean() });

/** Sends a postmortem that was written elsewhere. A file that is none is refused here, naming the line or the field. */
export async function importPostmortem(io: Io, file: string, options: ImportOptions): Promise<void> {
  const body = { ...(await contentOf(io, file)), ...lacking(options) };
  const write = { method: "POST", path: "postmortems", body } as const;
  await send(io, options, write, answer, ({ incidentId, reference, duplicate }) =>
    duplicate ? `${file} is here already: ${reference} (${incidentId})` : `${file} is ${reference} now (${incidentId})`,
  );
}

async function contentOf(io: Io, file: string) {
  if (file.endsWith(".json")) return { document: parseWith(postmortemSchema, await readJson(io, file), file) };
  const markdown = await readText(io, file);
  parsePostmortem(markdown);
  return { markdown };
}

function lacking({ service, severity, title, declared, resolved }: ImportOptions) {
  return {
    ...(service === undefined ? {} : { service }),
    ...(severity === undefined ? {} : { severity: severity.toLowerCase() }),
    ...(title === undefined ? {} : { title }),
    ...(declared === undefined ? {} : { declared: instantOption("--declared", declared) }),
    ...(resolved === undefined ? {} : { resolved: instantOption("--resolved", resolved) }),
  };
}
