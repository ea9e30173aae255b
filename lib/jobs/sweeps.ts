/**
 * Does what has fallen due in a tenant by `now`. It runs every minute, perhaps twice at once or cut off half-way, and
 * ends in the same state: whatever it does is keyed, so that doing it again changes nothing.
 */
export type Sweep = (tenantId: string, now: Date) => Promise<void>;

export const SWEEPS: readonly Sweep[] = [];
