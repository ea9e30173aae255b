import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StreamState } from "./timeline-stream";
import { TimelineStream } from "./timeline-stream";

class FakeSource extends EventTarget {
  isClosed = false;
  close() {
    this.isClosed = true;
  }
  say(event: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
  }
  fail() {
    this.dispatchEvent(new Event("error"));
  }
}

function stage() {
  const made: { url: string; source: FakeSource }[] = [];
  const heard: number[] = [];
  const states: StreamState[] = [];
  const reader = {
    position: () => heard.at(-1) ?? 0,
    entry: ({ sequence }: { sequence: number }) => void heard.push(sequence),
    beat: () => {},
    state: (state: StreamState) => void (states.at(-1) !== state && states.push(state)),
  };
  const stream = new TimelineStream("/stream", reader, (url) => {
    const source = new FakeSource();
    made.push({ url, source });
    return source;
  });
  const last = () => {
    const found = made.at(-1)?.source;
    if (!found) throw new Error("nothing was opened");
    return found;
  };
  return { stream, made, heard, states, last, urls: () => made.map(({ url }) => url) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a stream that breaks", () => {
  it("is made again from the last entry that the reader has", async () => {
    const { stream, urls, last, heard } = stage();
    stream.open();
    last().say("entry", { sequence: 1 });
    last().say("entry", { sequence: 2 });
    last().fail();
    await vi.runOnlyPendingTimersAsync();
    last().say("entry", { sequence: 3 });
    expect(urls()).toEqual(["/stream?after=0", "/stream?after=2"]);
    expect(heard).toEqual([1, 2, 3]);
  });

  it("is lost only once it cannot be had again, and live from the next sign of life on", async () => {
    const { stream, last, states } = stage();
    stream.open();
    last().say("beat", { now: "2026-03-01T12:00:00Z" });
    last().fail();
    await vi.runOnlyPendingTimersAsync();
    expect(states).toEqual(["live"]);
    last().fail();
    expect(states).toEqual(["live", "lost"]);
    await vi.runOnlyPendingTimersAsync();
    last().say("beat", { now: "2026-03-01T12:00:01Z" });
    expect(states).toEqual(["live", "lost", "live"]);
  });

  it("is taken for broken when it is silent for longer than the server ever is", async () => {
    const { stream, made, last } = stage();
    stream.open();
    last().say("beat", { now: "2026-03-01T12:00:00Z" });
    await vi.advanceTimersByTimeAsync(39_000);
    expect(made).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(made[0]?.source.isClosed).toBe(true);
    expect(made).toHaveLength(2);
  });

  it("says nothing more after it was replaced or closed", async () => {
    const { stream, made, heard, last } = stage();
    stream.open();
    const before = last();
    stream.open();
    before.say("entry", { sequence: 1 });
    before.fail();
    expect(heard).toEqual([]);
    stream.close();
    last().fail();
    await vi.runAllTimersAsync();
    expect(made).toHaveLength(2);
  });
});
