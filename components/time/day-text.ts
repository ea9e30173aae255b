import { LOCALE } from "@/lib/core/locale";
import { toDate, type When } from "./format";

const day = new Intl.DateTimeFormat(LOCALE, { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });

/** "1 Oct 2025", in UTC. */
export const dayText = (at: When): string => day.format(toDate(at));
