import { env } from "@/lib/env";

/** The address of all personal calendars, to which a feed's file is added. */
export const calendarBase = (): string =>
  new URL("/api/v1/calendar", env().NEXTAUTH_URL ?? "http://localhost").toString();
