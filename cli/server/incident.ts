import { z } from "zod";
import { incidentNumber, incidentReference } from "@/lib/core/incident/model";
import { badInput } from "../exit";
import type { Io } from "../io";
import { expectAnswer } from "./answer";
import { callServer } from "./client";
import type { Connection } from "./connection";

const found = z.looseObject({
  items: z.array(z.looseObject({ id: z.string().min(1), reference: z.string() })),
});

/** The id of an incident that is named by its reference, such as INC-7; an id is taken as it is. */
export async function resolveIncident(io: Io, connection: Connection, named: string): Promise<string> {
  const number = incidentNumber(named);
  if (number === null) return named;
  const reference = incidentReference(number);
  const path = `incidents?${new URLSearchParams({ q: reference })}`;
  const answer = await callServer(io, connection, { method: "GET", path });
  const item = expectAnswer(found, answer, connection.server).items.find((each) => each.reference === reference);
  if (item) return item.id;
  throw badInput(`${reference}: there is no such incident`);
}

/** The path of an incident, for an id of any spelling. */
export const incidentPath = (id: string, rest: string): string => `incidents/${encodeURIComponent(id)}/${rest}`;
