import pg from "pg";
import { env } from "@/lib/env";
import { poolUrl } from "./client";

export type Subscription = {
  /** One notification's payload. */
  hear: (payload: string) => void;
  /** Notifications may have been missed until now: read again what they would have told. */
  heal: () => void;
};

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** A connection that does not answer within this time is taken for dead. */
const PING_MS = 15_000;

/**
 * Hears one channel over one connection, however many subscribe. It connects when the first one comes and leaves after
 * the last one; a connection that breaks is made again, and everybody is told that there was a gap.
 */
export class Listener {
  private readonly subscriptions = new Set<Subscription>();
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;

  constructor(
    private readonly channel: string,
    private readonly url: () => string | undefined = directUrl,
  ) {}

  /** Returns the way to end it. `heal` is called once the channel is heard, and after every gap. */
  subscribe(subscription: Subscription): () => void {
    this.subscriptions.add(subscription);
    if (this.subscriptions.size === 1) void this.open();
    return () => {
      this.subscriptions.delete(subscription);
      if (this.subscriptions.size === 0) this.close();
    };
  }

  private async open(): Promise<void> {
    clearTimeout(this.timer);
    const client = new pg.Client({
      connectionString: this.url(),
      connectionTimeoutMillis: 10_000,
      query_timeout: PING_MS,
      keepAlive: true,
    });
    this.client = client;
    client.on("notification", ({ payload }) => this.tell(({ hear }) => hear(payload ?? "")));
    client.on("error", () => this.lost(client));
    client.on("end", () => this.lost(client));
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.channel)}`);
      // Nobody was left while it connected.
      if (this.client !== client) return await client.end();
      this.failures = 0;
      this.tell(({ heal }) => heal());
      this.ping(client);
    } catch {
      this.lost(client);
    }
  }

  /** A connection can die without a word. */
  private ping(client: pg.Client): void {
    if (this.client !== client) return;
    this.timer = setTimeout(() => {
      client.query("select 1").then(
        () => this.ping(client),
        () => this.lost(client),
      );
    }, PING_MS);
    this.timer.unref();
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.drop();
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.failures);
    this.failures += 1;
    // Many processes lose one database at one moment.
    this.timer = setTimeout(() => void this.open(), pause * (0.5 + Math.random() / 2));
    this.timer.unref();
  }

  private drop(): void {
    const { client } = this;
    this.client = null;
    clearTimeout(this.timer);
    client?.end().catch(() => {});
  }

  private close(): void {
    this.drop();
    this.failures = 0;
  }

  private tell(each: (subscription: Subscription) => void): void {
    for (const subscription of [...this.subscriptions]) each(subscription);
  }
}

/** LISTEN needs a session of its own, which a pooler in transaction mode does not give. */
function directUrl(): string | undefined {
  return env().DATABASE_DIRECT_URL ?? poolUrl();
}
