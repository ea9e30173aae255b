/**
 * Since when signatures are awaited: since they were asked for, or since the manifest revision that is to be signed,
 * whichever is later.
 */
export function waitingSince(requestedAt: Date | null, manifestAt: Date): Date {
  return requestedAt && requestedAt > manifestAt ? requestedAt : manifestAt;
}
