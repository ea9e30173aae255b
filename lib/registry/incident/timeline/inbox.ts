import type { TimelineEntry } from "@/lib/core/incident/entry";
import { LARGEST_TIMELINE_PAGE } from "./queries";

/** Entries that one reader was told of and has not been given yet. */
export class Inbox {
  private entries: TimelineEntry[] = [];
  private roused = false;
  private wake: () => void = () => {};

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener("abort", () => this.wake(), { once: true });
  }

  /** None: look in the database. */
  put(entries: TimelineEntry[]): void {
    // For a reader who takes none, no more is kept than could be read at once.
    this.entries = this.entries.length > LARGEST_TIMELINE_PAGE ? [] : [...this.entries, ...entries];
    this.roused = true;
    this.wake();
  }

  /** What follows `position` without a gap; nothing where there is one, so that the database is asked. */
  take(position: number): TimelineEntry[] {
    const later = this.entries.filter(({ sequence }) => sequence > position);
    this.entries = [];
    this.roused = false;
    return later.every(({ sequence }, index) => sequence === position + index + 1) ? later : [];
  }

  /** Waits until something is put in or the signal aborts, but no longer than this. */
  async somethingOr(ms: number): Promise<void> {
    if (this.roused || this.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = () => {};
  }
}
