import type { Io } from "../io";
import { currentSpan, newSpan, readTraceparent, runIn, type SpanContext, traceparentOf } from "./context";

export type Attributes = Record<string, string | number | boolean>;
export type SpanAttributes = Record<string, string | number | boolean | readonly string[]>;
export type MetricPoint = { name: string; value: number; unit?: string; timestamp: string; attributes?: Attributes };

export type Span = {
  setAttributes(attributes: SpanAttributes): void;
  /** Marks it as an error. */
  fail(reason: string): void;
  addEvent(name: string, attributes?: SpanAttributes): void;
  traceId: string;
  /** For the environment of a child process: TRACEPARENT. */
  traceparent: string;
};

export type RecordedSpan = SpanContext & {
  name: string;
  parent: { spanId: string; isRemote: boolean } | null;
  startedAt: Date;
  endedAt: Date;
  attributes: SpanAttributes;
  events: { name: string; at: Date; attributes: SpanAttributes }[];
  failure: string | null;
};

/** Remembers spans and metric points in this process, whether or not anybody is to get them. */
export class Recorder {
  readonly spans: RecordedSpan[] = [];
  readonly points: MetricPoint[] = [];
  readonly #remoteParent: SpanContext | null;

  constructor(readonly io: Io) {
    this.#remoteParent = readTraceparent(io.env.TRACEPARENT);
  }

  /** A child of the span that it is called in. What `run` throws makes it an error and goes on. */
  async span<T>(name: string, attributes: SpanAttributes, run: (span: Span) => Promise<T>): Promise<T> {
    const local = currentSpan();
    const parent = local ?? this.#remoteParent;
    const context = newSpan(parent);
    const recorded: RecordedSpan = {
      ...context,
      name,
      parent: parent && { spanId: parent.spanId, isRemote: !local },
      startedAt: this.io.now(),
      endedAt: this.io.now(),
      attributes: { ...attributes },
      events: [],
      failure: null,
    };
    try {
      return await runIn(context, () => run(this.#handle(recorded)));
    } catch (error) {
      recorded.failure ??= error instanceof Error ? error.message : String(error);
      recorded.attributes["error.type"] ??= error instanceof Error ? error.name : typeof error;
      throw error;
    } finally {
      recorded.endedAt = this.io.now();
      this.spans.push(recorded);
    }
  }

  #handle(recorded: RecordedSpan): Span {
    return {
      setAttributes: (attributes) => void Object.assign(recorded.attributes, attributes),
      fail: (reason) => {
        recorded.failure = reason;
      },
      addEvent: (name, attributes = {}) => void recorded.events.push({ name, at: this.io.now(), attributes }),
      traceId: recorded.traceId,
      traceparent: traceparentOf(recorded),
    };
  }
}
