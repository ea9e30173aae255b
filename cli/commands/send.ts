import type { z } from "zod";
import type { Io } from "../io";
import { jsonReport } from "../report/json";
import { plain } from "../report/text";
import { expectAnswer } from "../server/answer";
import { callServer, keyOfRequest } from "../server/client";
import { type Connection, type ConnectionOptions, connectionFrom } from "../server/connection";

export type SendOptions = ConnectionOptions & { json?: boolean; idempotencyKey?: string };
export type Write = {
  method: "POST" | "PUT";
  path: string;
  body: unknown;
  /** A repetition in a later run is meant, such as starting a failed stage again: each run has a key of its own. */
  repeatable?: boolean;
};

/** Sends one write, tells what the server made of it (one line, or with --json the answer itself) and gives it. */
export async function send<S extends z.ZodType>(
  io: Io,
  options: SendOptions,
  write: Write,
  schema: S,
  tell: (answer: z.output<S>) => string,
  known?: Connection,
): Promise<z.output<S>> {
  const connection = known ?? (await connectionFrom(io, options));
  const { method, path, body, repeatable } = write;
  const ownKey = repeatable ? io.randomId() : keyOfRequest(method, path, body);
  const idempotencyKey = options.idempotencyKey ?? ownKey;
  const answer = await callServer(io, connection, { method, path, body, idempotencyKey });
  const read = expectAnswer(schema, answer, connection.server);
  io.out(options.json ? jsonReport(answer) : `${plain(tell(read))}\n`);
  return read;
}
