import type { TimelineEntry } from "@/lib/core/incident/entry";

/** `lost`: what is written by others does not arrive here. */
export type StreamState = "connecting" | "live" | "lost";

type Source = { addEventListener: (event: string, hear: (event: Event) => void) => void; close: () => void };
type Reader = {
  /** The sequence up to which the reader has all. */
  position: () => number;
  entry: (entry: TimelineEntry) => void;
  /** The server's clock. */
  beat: (now: string) => void;
  state: (state: StreamState) => void;
};

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8_000;
/** The server gives a sign of life every 15 seconds. */
const SILENCE_MS = 40_000;

/**
 * Follows one timeline over one connection at a time and makes it again when it breaks, from the last entry that the
 * reader has. The browser's own way to do so gives up at the first answer that is no stream.
 */
export class TimelineStream {
  private source: Source | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  constructor(
    private readonly path: string,
    private readonly reader: Reader,
    private readonly connect: (url: string) => Source = (url) => new EventSource(url),
  ) {}

  readonly open = (): void => {
    this.close();
    const source = this.connect(`${this.path}?after=${this.reader.position()}`);
    this.source = source;
    const hear = (event: string, take: (data: string) => void) =>
      source.addEventListener(event, (message) => {
        if (this.source !== source || !(message instanceof MessageEvent)) return;
        take(String(message.data));
        this.alive();
      });
    hear("entry", (data) => this.reader.entry(JSON.parse(data) as TimelineEntry));
    hear("beat", (data) => this.reader.beat((JSON.parse(data) as { now: string }).now));
    source.addEventListener("error", () => this.broken(source));
    this.timer = setTimeout(() => this.broken(source), SILENCE_MS);
  };

  close(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  private alive(): void {
    const { source } = this;
    if (!source) return;
    this.failures = 0;
    this.reader.state("live");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.broken(source), SILENCE_MS);
  }

  private broken(source: Source): void {
    if (this.source !== source) return;
    this.close();
    // Streams end every few minutes; only one that cannot be had again is lost.
    if (this.failures > 0) this.reader.state("lost");
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.failures);
    this.failures += 1;
    // Many pages lose one server at one moment.
    this.timer = setTimeout(this.open, pause * (0.5 + Math.random() / 2));
  }
}
