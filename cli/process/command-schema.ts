import { z } from "zod";
import { secondsOf } from "../runner/duration";

const LONGEST_TIMEOUT_SECONDS = 24 * 3600;
const name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "must be the name of an environment variable");
const value = z.union([z.string(), z.number(), z.boolean()], { error: "must be a text, a number, true or false" });

/** Text for the shell, or a program and its arguments. */
export const commandLine = z.union(
  [
    z.string().trim().min(1, "must not be empty").max(20_000),
    z.array(z.string()).min(1, "must name a program").max(1000),
  ],
  { error: "must be a text for the shell, or a list of a program and its arguments" },
);

/** `90`, `90s`, `10m`, `1h` → seconds, at most a day. */
export const timeoutSeconds = z
  .union([z.number(), z.string()], { error: "must be seconds, or a time such as 90s, 10m or 1h" })
  .transform((given, context) => {
    const seconds = typeof given === "number" ? given : secondsOf(given);
    if (seconds !== null && seconds > 0 && seconds <= LONGEST_TIMEOUT_SECONDS) return seconds;
    context.addIssue("must be seconds, or a time such as 90s, 10m or 1h, of at most 24h");
    return z.NEVER;
  });

export const environmentVariables = z.record(name, value.transform(String));
