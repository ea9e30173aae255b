import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CalendarContent, type DueEvent, rehearsalIcs, type SessionEvent } from "./rehearsal-ics";

const place = { serviceId: "s-1", service: "service-api", environmentId: "e-1", environment: "production" };
const due: DueEvent = {
  ...place,
  on: "2026-03-29",
  indicator: { word: "due_soon", dueAt: "2026-03-29T10:00:00.000Z", dueInDays: 3 },
  leadName: "Priya",
  changedAt: "2026-02-27T10:00:00.000Z",
};
const session: SessionEvent = {
  ...place,
  id: "session-1",
  plannedAt: "2026-03-29T01:00:00.000Z",
  localTime: "2026-03-29T03:00",
  zone: "Europe/Berlin",
  leadName: null,
  note: null,
  state: "planned",
  rehearsalId: null,
  cancelledReason: null,
  revision: 2,
  createdAt: "2026-03-01T08:00:00.000Z",
  changedAt: "2026-03-20T08:00:00.000Z",
};
const content = (more: Partial<CalendarContent> = {}): CalendarContent => ({
  name: "R",
  due: [due],
  sessions: [session],
  ...more,
});

/** What a calendar program makes of it. */
function read(given: CalendarContent) {
  const calendar = new ICAL.Component(ICAL.parse(rehearsalIcs(given)));
  const events = calendar.getAllSubcomponents("vevent").map((event) => ({
    event: new ICAL.Event(event),
    text: (name: string) => String(event.getFirstPropertyValue(name) ?? ""),
  }));
  return { calendar, events, method: calendar.getFirstPropertyValue("method") };
}
const only = (given: CalendarContent) => {
  const [first] = read(given).events;
  if (!first) throw new Error("no event");
  return first;
};

beforeEach(() => {
  vi.stubEnv("TZ", "America/New_York");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the calendar", () => {
  it("is published, with a due date as a whole day and a session as an hour in UTC", () => {
    const { method, events } = read(content());
    expect(method).toBe("PUBLISH");
    const [whole, hour] = events;
    expect(whole?.event.startDate.isDate).toBe(true);
    expect(whole?.event.startDate.toString()).toBe("2026-03-29");
    expect(whole?.event.summary).toBe("Rollback rehearsal due: service-api in production");
    expect(hour?.event.startDate.isDate).toBe(false);
    expect(hour?.event.startDate.toJSDate().toISOString()).toBe("2026-03-29T01:00:00.000Z");
    expect(hour?.event.startDate.zone.tzid).toBe("UTC");
    expect(hour?.event.endDate.toJSDate().toISOString()).toBe("2026-03-29T02:00:00.000Z");
  });

  it("is the same text for the same content: no clock is in it", () => {
    expect(rehearsalIcs(content())).toBe(rehearsalIcs(content()));
    expect(only(content({ due: [] })).text("dtstamp")).toBe("2026-03-20T08:00:00Z");
  });

  it("keeps an event's UID when it moves, with a higher sequence and its time of change", () => {
    const moved = { ...due, on: "2026-04-20", changedAt: "2026-03-21T10:00:00.000Z" };
    const [before, after] = [only(content()), only(content({ due: [moved] }))];
    expect(after.event.uid).toBe(before.event.uid);
    expect(after.event.sequence).toBeGreaterThan(before.event.sequence);
    expect(after.text("last-modified")).toBe("2026-03-21T10:00:00Z");
    const later = only(
      content({ due: [], sessions: [{ ...session, plannedAt: "2026-04-01T08:00:00.000Z", revision: 3 }] }),
    );
    expect([later.event.uid, later.event.sequence]).toEqual(["session-session-1@readiness", 3]);
  });

  it("never gives two places one UID", () => {
    const others = [due, { ...due, environmentId: "e-2" }, { ...due, serviceId: "s-2" }];
    const uids = read(content({ due: others })).events.map(({ event }) => event.uid);
    expect(new Set(uids).size).toBe(4);
  });

  it("holds any text that people write as that text: no line of it becomes a property or an event", () => {
    const note = `Bring; the, runbook\\n\r\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:forged \u{1F9EF} ${"long ".repeat(40)}`;
    const hostile = { ...session, note, service: "a;b,c\\d\nATTENDEE:x" };
    const { events } = read(content({ due: [], sessions: [hostile] }));
    expect(events).toHaveLength(1);
    expect(events[0]?.event.summary).toBe("Rollback rehearsal: a;b,c\\d\nATTENDEE:x in production");
    expect(events[0]?.event.description).toContain("END:VEVENT\nBEGIN:VEVENT\nSUMMARY:forged \u{1F9EF}");
    expect(events[0]?.event.attendees).toEqual([]);
    for (const line of rehearsalIcs(content({ sessions: [hostile] })).split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });

  it.each([
    ["planned", "CONFIRMED", ""],
    ["done", "CONFIRMED", " (done)"],
    ["missed", "CONFIRMED", " (missed)"],
    ["cancelled", "CANCELLED", " (cancelled)"],
  ] as const)("says that a session is %s", (state, status, word) => {
    const found = only(content({ due: [], sessions: [{ ...session, state }] }));
    expect(found.text("status")).toBe(status);
    expect(found.event.summary).toBe(`Rollback rehearsal: service-api in production${word}`);
  });

  it("is a calendar also when nothing is due", () => {
    const { events, method } = read(content({ due: [], sessions: [] }));
    expect({ events: events.length, method }).toEqual({ events: 0, method: "PUBLISH" });
  });
});
