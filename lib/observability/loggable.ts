/** An error for the log: what a database refused, without the values that it was given, which may be secrets. */
export function loggable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error, ...told(error) };
  const { cause } = error;
  const query = "query" in error ? { query: error.query } : {};
  // The driver's wrapper repeats every parameter in its message; its cause says what went wrong.
  const message = "params" in error && cause instanceof Error ? cause.message : error.message;
  const code = [cause, error].map((each) => (each as { code?: unknown } | undefined)?.code).find(Boolean);
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return { type: error.name, message, code, ...query, stack: frames.join("\n") };
}

/** Some packages tell of trouble in a plain object with the parts of an error in it. */
function told(thing: unknown): Record<string, unknown> {
  if (typeof thing !== "object" || thing === null || "params" in thing) return {};
  const { message, code } = thing as { message?: unknown; code?: unknown };
  return { message: typeof message === "string" ? message : undefined, code };
}
