/** The wire document of what was typed. Times are typed in UTC, as their labels say, so that zone is written down. */
export function rehearsalFrom(typed: FormData): Record<string, unknown> {
  const text = (name: string) => String(typed.get(name) ?? "").trim();
  const lines = (name: string) =>
    text(name)
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
  const evidence = text("evidence_url");
  return {
    kind: "rollback",
    service: text("service"),
    environment: text("environment"),
    started_at: utc(text("started_at")),
    finished_at: utc(text("finished_at")),
    outcome: text("outcome"),
    participants: lines("participants"),
    gaps: lines("gaps"),
    from_version: text("from_version"),
    to_version: text("to_version"),
    ...(evidence ? { evidence_url: evidence } : {}),
  };
}

/** `2025-10-01T12:00`, which leaves out seconds that are 0, as an instant in UTC. Other text stays as it is. */
function utc(local: string): string {
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return `${local}:00Z`;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/.test(local) ? `${local}Z` : local;
}
