export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The named parameters of an address that say something; the first where one is repeated. */
export async function readParams<K extends string>(
  params: SearchParams,
  names: readonly K[],
): Promise<Partial<Record<K, string>>> {
  const given = await params;
  const read: Partial<Record<K, string>> = {};
  for (const name of names) {
    const value = [given[name]].flat()[0];
    const text = value?.replaceAll("\u0000", "").trim().slice(0, MAX_LENGTH);
    if (text) read[name] = text;
  }
  return read;
}

const MAX_LENGTH = 500;

/** An address with those parameters that say something. */
export function hrefOf(path: string, params: Record<string, string | null | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
