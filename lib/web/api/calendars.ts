import { z } from "zod";
import { ROLES } from "@/lib/core/access";
import { CALENDAR_KINDS } from "@/lib/core/calendar/entry";
import { calendarRule } from "@/lib/core/calendar/rule";
import { instantText } from "@/lib/core/instant";
import { listCalendars } from "@/lib/registry/calendar/queries";
import type { CalendarView } from "@/lib/registry/calendar/view";
import { readRoute } from "../route";

const entry = z.strictObject({
  id: z.uuid(),
  kind: z.enum(CALENDAR_KINDS).describe("`window`: rollout is allowed in these times. `freeze`: no rollout in them"),
  name: z.string(),
  reason: z.string(),
  environment: z.string().nullable().describe("Null: every production environment"),
  service: z.string().nullable().describe("Null: every service"),
  timeZone: z.string().describe("IANA name; the rule is read on its wall clock"),
  rule: calendarRule,
  sentence: z.string().describe("The rule in words"),
  validFrom: instantText,
  validUntil: instantText.nullable().describe("Exclusive; null: until it is ended"),
  overridableBy: z.array(z.enum(ROLES)).describe("Roles that may override a freeze; empty: nobody"),
  inForce: z
    .boolean()
    .nullable()
    .describe("Whether it is so now; null: the entry cannot be read, and the gate refuses"),
  nextChange: instantText.nullable().describe("When it begins or ends to be in force next; null: never again"),
});

export const calendarsRoute = readRoute({
  method: "GET",
  path: "/api/v1/calendars",
  id: "listCalendars",
  summary: "List rollout windows and freezes that are not over",
  description: "What a pipeline can wait for: each with whether it is in force now, and when that changes.",
  query: z.strictObject({
    environment: z.string().max(63).optional().describe("Only what concerns this environment"),
    service: z.string().max(63).optional().describe("Only what concerns this service"),
  }),
  answer: z.strictObject({ items: z.array(entry), now: instantText.describe("The server's clock") }),
  read: async (actor, { query }) => {
    const { items, now } = await listCalendars(actor, query);
    return { items: items.map((view) => told(view)), now };
  },
});

const KEYS = Object.keys(entry.shape) as (keyof z.output<typeof entry>)[];

function told(view: CalendarView): z.output<typeof entry> {
  return Object.fromEntries(KEYS.map((key) => [key, view[key]])) as z.output<typeof entry>;
}
