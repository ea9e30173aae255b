/** What a `datetime-local` field gives (seconds of 0 left out) as an instant in UTC. Other text stays as it is. */
export function utcFrom(local: string): string {
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return `${local}:00Z`;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/.test(local) ? `${local}Z` : local;
}
