import { utcFrom } from "@/components/form/utc-from";

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
    started_at: utcFrom(text("started_at")),
    finished_at: utcFrom(text("finished_at")),
    outcome: text("outcome"),
    participants: lines("participants"),
    gaps: lines("gaps"),
    from_version: text("from_version"),
    to_version: text("to_version"),
    ...(evidence ? { evidence_url: evidence } : {}),
  };
}
