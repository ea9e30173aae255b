import { z } from "zod";
import type { Io } from "../io";
import { jsonReport } from "../report/json";
import { plain } from "../report/text";
import { expectAnswer } from "../server/answer";
import { callServer } from "../server/client";
import { type ConnectionOptions, connectionFrom } from "../server/connection";

export type ListOptions = ConnectionOptions & {
  json?: boolean;
  state: string;
  severity?: string;
  service?: string;
  limit: string;
};

const page = z.looseObject({
  items: z.array(
    z.looseObject({
      reference: z.string(),
      severity: z.string(),
      state: z.string(),
      title: z.string(),
      declaredAt: z.string(),
      services: z.array(z.string()),
    }),
  ),
  nextCursor: z.string().nullable(),
});
type Listed = z.output<typeof page>["items"][number];

/** Lists incidents: one line each, or with --json the server's answer. */
export async function listIncidents(io: Io, options: ListOptions): Promise<void> {
  const connection = await connectionFrom(io, options);
  const { state, severity, service, limit } = options;
  const query = new URLSearchParams({
    limit,
    ...(state === "any" ? {} : { state }),
    ...(severity === undefined ? {} : { severity: severity.toLowerCase() }),
    ...(service === undefined ? {} : { service }),
  });
  const answer = await callServer(io, connection, { method: "GET", path: `incidents?${query}` });
  const { items, nextCursor } = expectAnswer(page, answer, connection.server);
  if (options.json) return io.out(jsonReport(answer));
  if (items.length === 0) return io.out(state === "open" ? "No incident is open.\n" : "No incident.\n");
  for (const item of items) io.out(`${plain(lineOf(item))}\n`);
  if (nextCursor !== null) io.out(`There are more than these ${items.length}: see --limit.\n`);
}

const lineOf = ({ reference, severity, state, title, declaredAt, services }: Listed): string =>
  `${reference} ${severity} ${state} ${declaredAt} ${services.join(",")}: ${title}`;
