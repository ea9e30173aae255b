import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { signInThrottle } from "@/db/schema/tenant";
import { DomainError } from "@/lib/core/errors";

const WINDOW_MINUTES = 15;
const LIMITS: Record<string, number> = { account: 10, address: 50, "step-up": 10 };

const hashed = (key: string): string => createHash("sha256").update(key).digest("hex");
const limitOf = (key: string): number => LIMITS[key.slice(0, key.indexOf(":"))] ?? 10;
const inWindow = sql`${signInThrottle.windowStart} > now() - make_interval(mins => ${WINDOW_MINUTES})`;

/**
 * Counts an attempt before it is made, so that attempts made at once are counted too. Throws `forbidden`, counting
 * nothing, when too many failed within the window.
 */
export async function takeAttempt(keys: string[]): Promise<void> {
  await transaction({}, async (tx) => {
    // In one order for everybody, so that two attempts never wait for each other.
    for (const { key, hash } of keys.map((each) => ({ key: each, hash: hashed(each) })).sort(byHash)) {
      const [counted] = await tx
        .insert(signInThrottle)
        .values({ key: hash, failures: 1, windowStart: sql`now()` })
        .onConflictDoUpdate({
          target: signInThrottle.key,
          set: {
            failures: sql`case when ${inWindow} then ${signInThrottle.failures} + 1 else 1 end`,
            windowStart: sql`case when ${inWindow} then ${signInThrottle.windowStart} else now() end`,
          },
        })
        .returning({ failures: signInThrottle.failures });
      if (counted && counted.failures <= limitOf(key)) continue;
      throw new DomainError("forbidden", `Too many failed attempts. Wait ${WINDOW_MINUTES} minutes, then try again.`);
    }
  });
}

const byHash = (one: { hash: string }, other: { hash: string }): number => (one.hash < other.hash ? -1 : 1);

/** After a success: forgets what failed before under `cleared`, and takes this one attempt off `shared`. */
export async function attemptSucceeded(cleared: string | null, shared: string[] = []): Promise<void> {
  await transaction({}, async (tx) => {
    if (cleared) await tx.delete(signInThrottle).where(eq(signInThrottle.key, hashed(cleared)));
    for (const key of shared.map(hashed)) {
      const failures = sql`greatest(${signInThrottle.failures} - 1, 0)`;
      await tx.update(signInThrottle).set({ failures }).where(eq(signInThrottle.key, key));
    }
  });
}
