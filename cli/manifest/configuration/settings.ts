import { plainSecret } from "@/lib/core/manifest/plain-secret";
import { badInput } from "../../exit";

/** One setting and where it is written. */
export type Setting = { key: string; value: string; origin: string };

const LONGEST_KEY = 500;
const LONGEST_VALUE = 5000;

/** Settings of one layer by key. The same key twice within a layer is bad input: nobody could say which is in force. */
export function layerOf(settings: readonly Setting[]): Map<string, Setting> {
  const layer = new Map<string, Setting>();
  for (const setting of settings) {
    const { key, origin } = setting;
    const known = layer.get(key);
    if (known) throw badInput(`${origin}: ${key} is set in ${known.origin} already`);
    layer.set(key, setting);
  }
  return layer;
}

/** Refuses what a manifest cannot hold, and secrets: those that are listed as none are taken at their word. */
export function checkSettings(settings: Iterable<Setting>, notSecret: readonly string[], listedAt: string): void {
  const faults: { path: string; message: string }[] = [];
  const known = new Set<string>();
  for (const { key, value, origin } of settings) {
    known.add(key);
    const fault = notSecret.includes(key)
      ? shapeFault(key, value)
      : (shapeFault(key, value) ?? secretFault(key, value));
    if (fault) faults.push({ path: `${origin}: ${key}`, message: fault });
  }
  for (const key of notSecret) {
    if (!known.has(key)) faults.push({ path: listedAt, message: `${key} is not in the configuration` });
  }
  const [first, ...others] = faults;
  if (first) throw badInput(`${first.path}: ${first.message}`, others);
}

function shapeFault(key: string, value: string): string | null {
  if (key !== key.trim() || key === "" || key.length > LONGEST_KEY) {
    return `a key must be 1 to ${LONGEST_KEY} characters that neither start nor end with a blank`;
  }
  if (value.length > LONGEST_VALUE) return `its value is longer than ${LONGEST_VALUE} characters`;
  const isStorable = [key, value].every((text) => text.isWellFormed() && !text.includes("\u0000"));
  return isStorable ? null : "holds a character that cannot be stored";
}

function secretFault(key: string, value: string): string | null {
  const reason = plainSecret(key, value);
  if (!reason) return null;
  return `${reason}: name it under secret_versions, by version and never by value; if it is no secret, list it under configuration.not_secret`;
}
