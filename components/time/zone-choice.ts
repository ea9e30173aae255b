/** Where the reader's choice is kept, so that the server writes times as the browser will. */
export const ZONE_COOKIE = "readiness-zone";

/** UTC, or the browser's own zone by its name. */
export type ZoneChoice = { isUtc: boolean; local: string };

/** A year: the choice is asked again by nobody. */
const MAX_AGE_SECONDS = 31_536_000;

/** What the cookie says; null where there is none, or one that names no zone. */
export function readZoneChoice(text: string | undefined): ZoneChoice | null {
  const [mode, local] = decoded(text).split(":");
  if ((mode !== "utc" && mode !== "local") || !local || !isZone(local)) return null;
  return { isUtc: mode === "utc", local };
}

export function zoneCookie({ isUtc, local }: ZoneChoice): string {
  const value = encodeURIComponent(`${isUtc ? "utc" : "local"}:${local}`);
  return `${ZONE_COOKIE}=${value}; path=/; max-age=${MAX_AGE_SECONDS}; samesite=lax`;
}

export const zoneOf = ({ isUtc, local }: ZoneChoice): string => (isUtc ? "UTC" : local);

function decoded(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? "");
  } catch {
    return "";
  }
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
