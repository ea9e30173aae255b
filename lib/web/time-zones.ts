/** Every zone that this server knows, UTC first; the one chosen is there even if it has another name by now. */
export function zonesWith(chosen: string): string[] {
  return [...new Set(["UTC", chosen, ...Intl.supportedValuesOf("timeZone")])];
}
