import type { Policy } from "@/lib/core/policy/model";
import { parsePolicy } from "@/lib/core/policy/parse";
import type { Io } from "../io";
import { readYamlWith } from "../yaml/read-yaml";

/**
 * Reads `gate_config.yml`. Null for an empty one: the gate denies then. Bad input with line and column for broken
 * YAML, a key that is listed twice, a key or value that the policy does not know.
 */
export function readGateConfig(io: Io, path: string): Promise<Policy | null> {
  return readYamlWith(io, path, parsePolicy);
}
