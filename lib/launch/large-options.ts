import { parseArgs } from "node:util";

export type LargeSeedOptions = { releases: number; services: number; years: number; remove: boolean };

const USUAL = { releases: "100000", services: "50", years: "2" };
const MOST = { releases: 5_000_000, services: 999, years: 20 };

/** `--releases`, `--services`, `--years` and `--remove`; anything else, or a number out of its range, is an error. */
export function parseLargeOptions(args: string[]): LargeSeedOptions {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args,
    options: { releases: text, services: text, years: text, remove: { type: "boolean", default: false } },
  });
  const number = (name: keyof typeof USUAL): number => {
    const value = Number(values[name] ?? USUAL[name]);
    if (Number.isInteger(value) && value >= 1 && value <= MOST[name]) return value;
    throw new Error(`--${name} must be a whole number from 1 to ${MOST[name]}.`);
  };
  return { releases: number("releases"), services: number("services"), years: number("years"), remove: values.remove };
}
