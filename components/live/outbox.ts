import type { Failure } from "@/lib/web/failure";

/** Something that was typed for a timeline. Its id is made here, so that sending it twice writes it once. */
export type Unsent = {
  entryId: string;
  kind: "note" | "update";
  text: string;
  at: string;
  evidenceUrl?: string;
  /** Sent without an answer, or without one that takes or refuses it. */
  delayed?: true;
  /** Written, but not yet heard of from the timeline itself. */
  recorded?: true;
  /** Why it was refused: sending it again would not help. */
  refused?: string;
};
export type Answer = { ok: true } | { ok: false; error: Pick<Failure, "code" | "message"> };

type Keeper = { load: () => Unsent[]; save: (items: readonly Unsent[]) => void };

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** After these the same may be sent again, and then be taken. */
const TROUBLE: readonly Failure["code"][] = ["unavailable", "internal", "unauthenticated"];

const isWaiting = ({ recorded, refused }: Unsent): boolean => !recorded && refused === undefined;

/**
 * Sends what was typed, one after the other, again and again until the server has answered; keeps it over a reload of
 * the page. What the server refuses stays until the reader has decided about it.
 */
export class Outbox {
  private items: readonly Unsent[] = [];
  private readonly watchers = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private isSending = false;
  private isStarted = false;

  constructor(
    private readonly keeper: Keeper,
    private readonly send: (item: Unsent) => Promise<Answer>,
  ) {}

  readonly snapshot = (): readonly Unsent[] => this.items;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  start(): void {
    this.isStarted = true;
    this.change(this.keeper.load());
    this.sendNow();
  }

  stop(): void {
    this.isStarted = false;
    clearTimeout(this.timer);
  }

  add(item: Unsent): void {
    this.change([...this.items, item]);
    if (this.failures === 0) this.sendNow();
  }

  /** Entries that are on the timeline: whatever became of the answer, they were written. */
  seen(isThere: (entryId: string) => boolean): void {
    if (this.items.some(({ entryId }) => isThere(entryId)))
      this.change(this.items.filter(({ entryId }) => !isThere(entryId)));
  }

  discard(entryId: string): void {
    this.change(this.items.filter((item) => item.entryId !== entryId));
  }

  /** Without waiting any longer, as when the connection is back. */
  readonly sendNow = (): void => {
    clearTimeout(this.timer);
    void this.pump();
  };

  private async pump(): Promise<void> {
    const next = this.items.find(isWaiting);
    if (!next || this.isSending || !this.isStarted) return;
    this.isSending = true;
    const answer = await this.send(next).catch(() => null);
    this.isSending = false;
    if (answer === null || (!answer.ok && TROUBLE.includes(answer.error.code))) return this.later(next);
    this.failures = 0;
    this.mark(next, answer.ok ? { recorded: true } : { refused: answer.error.message });
    void this.pump();
  }

  private mark({ entryId }: Unsent, outcome: Partial<Unsent>): void {
    this.change(this.items.map((item) => (item.entryId === entryId ? { ...item, ...outcome } : item)));
  }

  private later(item: Unsent): void {
    this.mark(item, { delayed: true });
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.failures);
    this.failures += 1;
    clearTimeout(this.timer);
    if (this.isStarted) this.timer = setTimeout(this.sendNow, pause);
  }

  private change(items: readonly Unsent[]): void {
    this.items = items;
    this.keeper.save(items);
    for (const watcher of [...this.watchers]) watcher();
  }
}
