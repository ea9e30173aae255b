import { z } from "zod";
import type { Actor } from "@/lib/core/access";
import { rehearsalIcs } from "@/lib/integrations/calendar/rehearsal-ics";
import { withRequestSpan } from "@/lib/observability/request-span";
import { actorOfFeed } from "@/lib/registry/calendar-feed/presented";
import { rehearsalCalendar } from "@/lib/registry/rehearsal/calendar";
import { type Handler, SentText } from "../endpoint";
import { problemResponse, SAFE_HEADERS } from "../problem";
import { readRoute } from "../route";

const ICALENDAR = "text/calendar";
const CONTENT_TYPE = `${ICALENDAR}; charset=utf-8`;

const textFor = async (actor: Actor): Promise<string> => rehearsalIcs(await rehearsalCalendar(actor));

export const rehearsalCalendarRoute = readRoute({
  method: "GET",
  path: "/api/v1/rehearsals/calendar.ics",
  id: "getRehearsalCalendar",
  summary: "The rehearsal calendar",
  description:
    "iCalendar (RFC 5545): when rehearsals are due, as whole days, and planned sessions, in UTC. Calendar programs that " +
    "send no token take a personal address, which everybody makes under Rehearsals.",
  answer: z.string(),
  answerType: ICALENDAR,
  read: async (actor) => new SentText(await textFor(actor), { "content-type": CONTENT_TYPE }),
});

/** The same at a person's own address, which holds a secret: no span, log or answer repeats it. */
export const personalCalendarHandler: Handler = (_, context) =>
  withRequestSpan({ method: "GET", route: "/api/v1/calendar/{id}" }, async (setTenant) => {
    try {
      const { id } = (await context.params) ?? {};
      const actor = await actorOfFeed(typeof id === "string" ? id : "");
      setTenant(actor.tenantId);
      const headers = { ...SAFE_HEADERS, "content-type": CONTENT_TYPE, "referrer-policy": "no-referrer" };
      return new Response(await textFor(actor), { headers });
    } catch (error) {
      return problemResponse(error);
    }
  });
