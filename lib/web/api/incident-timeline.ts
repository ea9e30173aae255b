import { z } from "zod";
import { ENTRY_KINDS } from "@/lib/core/incident/model";
import { type Following, followTimeline } from "@/lib/registry/incident/timeline/follow";
import { noteIncident } from "@/lib/registry/incident/timeline/note";
import { LARGEST_TIMELINE_PAGE, timelineOf } from "@/lib/registry/incident/timeline/queries";
import { eventFrame } from "../event-stream";
import { readRoute, route } from "../route";
import { streamRoute } from "../stream-route";

const INCIDENT = "/api/v1/incidents/{id}";
const instant = z.iso.datetime();
const sequence = z.coerce.number<string>().int().min(0).max(2_147_483_647);

const timelineEntry = z.strictObject({
  id: z.uuid(),
  sequence: z.int().describe("Place on the timeline, from 1 and without gaps"),
  kind: z.enum(ENTRY_KINDS).describe("`correction` and `pin` speak of the entry that `refersTo` names"),
  at: instant.describe("When it happened"),
  recordedAt: instant,
  text: z.string(),
  by: z.strictObject({ kind: z.enum(["person", "token", "integration", "system"]), id: z.string(), name: z.string() }),
  refersTo: z.uuid().nullable(),
  evidenceUrl: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});

export const entriesRoute = readRoute({
  method: "GET",
  path: `${INCIDENT}/entries`,
  id: "listIncidentEntries",
  summary: "The timeline of an incident",
  description:
    "Entries in the order in which they were recorded; none is ever changed or removed. Ask again with `after` as the " +
    "last `sequence` that you have, until it is `lastSequence`.",
  query: z.strictObject({
    after: sequence.optional().describe("The last sequence that you have"),
    limit: z.coerce.number<string>().int().min(1).max(LARGEST_TIMELINE_PAGE).optional(),
  }),
  answer: z.strictObject({ entries: z.array(timelineEntry), lastSequence: z.int(), now: instant }),
  read: (actor, { id, query }) => timelineOf(actor, id, query),
});

export const noteRoute = route(noteIncident, {
  method: "POST",
  path: `${INCIDENT}/entries`,
  id: "noteIncident",
  summary: "Write on the timeline of an incident",
  description:
    "Make an `entryId` (a UUID) once for what you have to say: sent again, after no answer came, it is written once. " +
    "`update` also starts the time until the next update is owed.",
  body: noteIncident.input.omit({ incidentId: true }),
  answer: z.strictObject({ id: z.uuid(), sequence: z.int() }),
  answerStatus: 201,
  input: (body, incidentId) => ({ ...body, incidentId }),
});

export const timelineStreamRoute = streamRoute({
  path: `${INCIDENT}/stream`,
  id: "streamIncidentEntries",
  summary: "Follow the timeline of an incident",
  description:
    "Server-sent events. `entry`: one entry as JSON, with its sequence as the event's id; first those after `after` or " +
    "`Last-Event-ID`, whichever is greater, then each new one. `beat`: `{now}` of the server, at the beginning and every " +
    "15 seconds. The stream ends after five minutes and when the token or session does: come again with what you have.",
  query: z.strictObject({ after: sequence.optional().describe("The last sequence that you have") }),
  async events(actor, { id, query, headers, ...rest }) {
    const after = Math.max(query.after ?? 0, lastEventId(headers));
    return framesOf(await followTimeline(actor, id, { ...rest, after } satisfies Following));
  },
});

function lastEventId(headers: Headers): number {
  const parsed = sequence.safeParse(headers.get("last-event-id") ?? "");
  return parsed.success ? parsed.data : 0;
}

async function* framesOf(news: Awaited<ReturnType<typeof followTimeline>>): AsyncGenerator<string> {
  yield "retry: 1000\n\n";
  for await (const { entries, now } of news) {
    const told = entries.map((entry) => eventFrame({ event: "entry", id: entry.sequence, data: entry }));
    yield told.join("") + (now === null ? "" : eventFrame({ event: "beat", data: { now } }));
  }
}
