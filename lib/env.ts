import { isIP } from "node:net";
import { z } from "zod";

const url = (protocol: RegExp, what: string) => z.url({ protocol, error: `must be ${what}` });
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** `true`, or address ranges such as `10.0.0.0/8,fd00::/8`. */
const addressRanges = z
  .string()
  .refine((text) => text === "true" || text.split(",").every(isRange), "must be true, or ranges such as 10.0.0.0/8");

function isRange(text: string): boolean {
  const [address = "", bits = "", ...more] = text.trim().split("/");
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
}

const schema = z.object({
  DATABASE_URL: optional(url(/^postgres(ql)?$/, "a postgres:// address")),
  DATABASE_MIGRATION_URL: optional(url(/^postgres(ql)?$/, "a postgres:// address")),
  READINESS_DATA_DIR: optional(z.string()),
  PORT: optional(z.coerce.number().int().min(1).max(65_535)),
  NEXTAUTH_URL: optional(url(/^https?$/, "an http:// or https:// address")),
  NEXTAUTH_SECRET: optional(z.string().min(32, "must have at least 32 characters")),
  READINESS_ENCRYPTION_KEY: optional(z.string().min(32, "must have at least 32 characters")),
  READINESS_ALLOW_PRIVATE_ADDRESSES: optional(addressRanges),
  READINESS_JOBS: optional(z.enum(["on", "off"])),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(url(/^https?$/, "an http:// or https:// address")),
  LOG_LEVEL: optional(z.enum(["trace", "debug", "info", "warn", "error", "silent"])),
});
export type Env = z.output<typeof schema>;

/** Reads the configuration, or throws one error that names every missing or bad variable. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
  throw new Error(`Bad configuration:\n${lines.join("\n")}`);
}

let cached: Env | undefined;

/** The configuration of this process, parsed once. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
