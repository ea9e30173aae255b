/** The nearest hop that the request names: a proxy appends the address it saw to whatever the client claimed. */
export function clientAddress(headers: Record<string, unknown>): string {
  const forwarded = headers["x-forwarded-for"];
  const last = typeof forwarded === "string" ? forwarded.split(",").at(-1)?.trim() : undefined;
  return last || "unknown";
}
