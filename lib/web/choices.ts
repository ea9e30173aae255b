import type { Loaded } from "./load";

/** Options of a filter or form by slug; none where they could not be read, which the list itself then reports. */
export function choices(found: Loaded<{ slug: string; name: string }[]>): { value: string; label: string }[] {
  return found.ok ? found.data.map(({ slug }) => ({ value: slug, label: slug })) : [];
}
