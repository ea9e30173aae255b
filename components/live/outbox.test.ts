import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Answer, Outbox, type Unsent } from "./outbox";

const item = (entryId: string): Unsent => ({
  entryId,
  kind: "note",
  text: `text of ${entryId}`,
  at: "2026-03-01T12:00:00Z",
});
const refusal = (code: "conflict" | "unavailable"): Answer => ({
  ok: false,
  error: { code, message: `because ${code}` },
});

function stage(before: Unsent[] = []) {
  const sent: string[] = [];
  const answers: (Answer | Error)[] = [];
  let kept = before;
  const keeper = {
    load: () => kept,
    save(items: readonly Unsent[]) {
      kept = [...items];
    },
  };
  const outbox = new Outbox(keeper, async ({ entryId }) => {
    sent.push(entryId);
    const answer = answers.shift() ?? { ok: true };
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { outbox, sent, answers, kept: () => kept };
}
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what was typed", () => {
  it("is sent in its order, and stays until the timeline has it", async () => {
    const { outbox, sent } = stage();
    outbox.start();
    outbox.add(item("a"));
    outbox.add(item("b"));
    await settle();
    expect(sent).toEqual(["a", "b"]);
    expect(outbox.snapshot()).toEqual([
      { ...item("a"), recorded: true },
      { ...item("b"), recorded: true },
    ]);
    outbox.seen((id) => id === "a");
    expect(outbox.snapshot().map(({ entryId }) => entryId)).toEqual(["b"]);
  });

  it("is sent again under the same id for as long as no answer comes or the server cannot take it", async () => {
    const { outbox, sent, answers } = stage();
    answers.push(new Error("connection reset"), refusal("unavailable"), new Error("connection refused"));
    outbox.start();
    outbox.add(item("a"));
    await settle();
    expect(outbox.snapshot()).toEqual([{ ...item("a"), delayed: true }]);
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["a", "a", "a", "a"]);
    expect(outbox.snapshot()).toEqual([{ ...item("a"), delayed: true, recorded: true }]);
  });

  it("waits its turn behind what could not be sent yet", async () => {
    const { outbox, sent, answers } = stage();
    answers.push(new Error("connection refused"));
    outbox.start();
    outbox.add(item("a"));
    await settle();
    outbox.add(item("b"));
    await settle();
    expect(sent).toEqual(["a"]);
    outbox.sendNow();
    await settle();
    expect(sent).toEqual(["a", "a", "b"]);
  });

  it("is not sent again once the timeline has it, although its answer was lost", async () => {
    const { outbox, sent, answers } = stage();
    answers.push(new Error("connection reset"));
    outbox.start();
    outbox.add(item("a"));
    await settle();
    outbox.seen((id) => id === "a");
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["a"]);
    expect(outbox.snapshot()).toEqual([]);
  });

  it("stays with the reason when it is refused, and keeps nothing else from being sent", async () => {
    const { outbox, sent, answers } = stage();
    answers.push(refusal("conflict"));
    outbox.start();
    outbox.add(item("a"));
    outbox.add(item("b"));
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["a", "b"]);
    expect(outbox.snapshot()[0]).toEqual({ ...item("a"), refused: "because conflict" });
    outbox.discard("a");
    expect(outbox.snapshot().map(({ entryId }) => entryId)).toEqual(["b"]);
  });

  it("is kept over a reload of the page and sent from there", async () => {
    const first = stage();
    first.answers.push(new Error("connection refused"));
    first.outbox.start();
    first.outbox.add(item("a"));
    await settle();
    first.outbox.stop();
    const second = stage(first.kept());
    second.outbox.start();
    await settle();
    expect(second.sent).toEqual(["a"]);
    await vi.runAllTimersAsync();
    expect(first.sent).toEqual(["a"]);
  });
});
