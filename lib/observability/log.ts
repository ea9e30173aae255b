import pino from "pino";

/** Structured JSON on standard output; secrets never get into it. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: { component: "web" },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ["password", "token", "*.password", "*.token", "headers.authorization", "headers.cookie"],
});
