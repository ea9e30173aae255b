/** The server's clock as a page knows it: what the server said last, plus the time since. */
export class ServerClock {
  private offsetMs = Number.NEGATIVE_INFINITY;

  constructor(private readonly elapsedMs: () => number = () => performance.now()) {}

  /** What it says is late by the way here, never early: the greatest is the best. */
  hear(now: string): void {
    this.offsetMs = Math.max(this.offsetMs, Date.parse(now) - this.elapsedMs());
  }

  now(): Date {
    return new Date(Number.isFinite(this.offsetMs) ? this.offsetMs + this.elapsedMs() : Date.now());
  }
}
