const plain = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4, useGrouping: true });

/** A figure in the unit that its column names; a dash where the pipeline did not say. */
export function figure(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : plain.format(value);
}

/** What a check saw or asks for, with its unit: `0.98`, `174 ms`, `2 findings`. */
export function measured(value: number | string | null, unit: string | null): string {
  if (value === null) return "–";
  const text = typeof value === "number" ? plain.format(value) : value;
  if (!unit || unit === "rate" || typeof value !== "number") return text;
  return `${text} ${value === 1 ? unit.replace(/s$/, "") : unit}`;
}
