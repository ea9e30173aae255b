import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { TimelineEntry } from "@/lib/core/incident/entry";
import { timelineKey, timelineQuery } from "./timeline-query";

const entry = (sequence: number): TimelineEntry => ({
  ...{ id: `entry-${sequence}`, sequence, kind: "note", text: `text ${sequence}`, refersTo: null, evidenceUrl: null },
  ...{ at: "2026-03-01T12:00:00Z", recordedAt: "2026-03-01T12:00:00Z", data: {} },
  by: { kind: "person", id: "p", name: "Pat Person" },
});
const entries = (...sequences: number[]) => sequences.map(entry);

function stage(initial: TimelineEntry[]) {
  const client = new QueryClient();
  const observer = new QueryObserver(client, timelineQuery(client, "i", initial));
  const leave = observer.subscribe(() => {});
  const known = () => observer.getCurrentResult().data?.map(({ sequence }) => sequence);
  const hear = (...sequences: number[]) => client.setQueryData(timelineKey("i"), entries(...sequences));
  return { observer, leave, known, hear };
}

afterEach(() => vi.unstubAllGlobals());

describe("the cache of a timeline", () => {
  it("has every entry once and in order, whichever way and however often it came", () => {
    const { known, hear, leave } = stage(entries(1, 2));
    hear(3);
    hear(2, 3);
    hear(5);
    hear(1, 2, 3, 4);
    expect(known()).toEqual([1, 2, 3, 4, 5]);
    leave();
  });

  it("asks from the last entry before a gap until it has all, and loses nothing that comes meanwhile", async () => {
    const pages = [entries(3, 4), entries(5, 6)];
    const asked: string[] = [];
    const { observer, known, hear, leave } = stage(entries(1, 2, 4));
    vi.stubGlobal("fetch", async (url: string) => {
      asked.push(url);
      hear(7);
      return Response.json({ entries: pages.shift() ?? [], lastSequence: 6 });
    });
    await observer.refetch();
    expect(asked).toEqual(["/api/v1/incidents/i/entries?after=2", "/api/v1/incidents/i/entries?after=4"]);
    expect(known()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    leave();
  });

  it("keeps what it has when it is refused, and knows by what answer", async () => {
    const { observer, known, leave } = stage(entries(1));
    vi.stubGlobal("fetch", async () => new Response("", { status: 401 }));
    const { error } = await observer.refetch();
    expect(error).toMatchObject({ status: 401 });
    expect(known()).toEqual([1]);
    leave();
  });
});
