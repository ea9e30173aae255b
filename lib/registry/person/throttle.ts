import { createHash } from "node:crypto";
import { inArray, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { signInThrottle } from "@/db/schema/tenant";
import { DomainError } from "@/lib/core/errors";

const WINDOW_MINUTES = 15;
const LIMITS: Record<string, number> = { account: 10, address: 50, "step-up": 10 };

const hashed = (key: string): string => createHash("sha256").update(key).digest("hex");
const limitOf = (key: string): number => LIMITS[key.slice(0, key.indexOf(":"))] ?? 10;
const inWindow = sql`${signInThrottle.windowStart} > now() - make_interval(mins => ${WINDOW_MINUTES})`;

/** Throws `forbidden` when too many attempts failed within the window. */
export async function requireAttemptsLeft(keys: string[]): Promise<void> {
  const rows = await transaction({}, (tx) =>
    tx
      .select()
      .from(signInThrottle)
      .where(sql`${inArray(signInThrottle.key, keys.map(hashed))} and ${inWindow}`),
  );
  const failures = new Map(rows.map((row) => [row.key, row.failures]));
  if (keys.some((key) => (failures.get(hashed(key)) ?? 0) >= limitOf(key))) {
    throw new DomainError("forbidden", `Too many failed attempts. Wait ${WINDOW_MINUTES} minutes, then try again.`);
  }
}

export async function countFailure(keys: string[]): Promise<void> {
  await transaction({}, async (tx) => {
    for (const key of keys.map(hashed).sort()) {
      await tx
        .insert(signInThrottle)
        .values({ key, failures: 1, windowStart: sql`now()` })
        .onConflictDoUpdate({
          target: signInThrottle.key,
          set: {
            failures: sql`case when ${inWindow} then ${signInThrottle.failures} + 1 else 1 end`,
            windowStart: sql`case when ${inWindow} then ${signInThrottle.windowStart} else now() end`,
          },
        });
    }
  });
}

export async function clearFailures(keys: string[]): Promise<void> {
  await transaction({}, (tx) => tx.delete(signInThrottle).where(inArray(signInThrottle.key, keys.map(hashed))));
}
