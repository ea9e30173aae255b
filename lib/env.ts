import { isIP } from "node:net";
import { z } from "zod";
import { oidcFaults } from "./env-oidc";

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

/** An e-mail address, alone or after a name. */
const MAIL_SENDER = /^(?:[^\s<>@]+@[^\s<>@]+|[^\r\n<>]+<[^\s<>@]+@[^\s<>@]+>)$/;

const variables = z.object({
  DATABASE_URL: optional(url(/^postgres(ql)?$/, "a postgres:// address")),
  DATABASE_MIGRATION_URL: optional(url(/^postgres(ql)?$/, "a postgres:// address")),
  DATABASE_DIRECT_URL: optional(url(/^postgres(ql)?$/, "a postgres:// address")),
  READINESS_DATA_DIR: optional(z.string()),
  PORT: optional(z.coerce.number().int().min(1).max(65_535)),
  NEXTAUTH_URL: optional(url(/^https?$/, "an http:// or https:// address")),
  NEXTAUTH_SECRET: optional(z.string().min(32, "must have at least 32 characters")),
  READINESS_ENCRYPTION_KEY: optional(z.string().min(32, "must have at least 32 characters")),
  READINESS_ALLOW_PRIVATE_ADDRESSES: optional(addressRanges),
  SMTP_URL: optional(url(/^smtps?$/, "an smtp:// or smtps:// address")),
  MAIL_FROM: optional(z.string().regex(MAIL_SENDER, "must be an address such as Readiness <readiness@example.com>")),
  READINESS_JOBS: optional(z.enum(["on", "off"])),
  READINESS_DESIGN_PAGE: optional(z.enum(["0", "1"])),
  OIDC_ISSUER: optional(url(/^https?$/, "an https:// address").transform((text) => text.replace(/\/+$/, ""))),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_NAME: optional(z.string().trim().min(1).max(60)),
  OIDC_GROUPS_CLAIM: optional(z.string().trim().min(1).max(200)),
  OIDC_SCOPE: optional(z.string().regex(/(^| )openid( |$)/, "must include openid")),
  OTEL_EXPORTER_OTLP_ENDPOINT: optional(url(/^https?$/, "an http:// or https:// address")),
  LOG_LEVEL: optional(z.enum(["trace", "debug", "info", "warn", "error", "silent"])),
});
const schema = variables.superRefine((given, context) => {
  for (const [path, message] of oidcFaults(given)) context.addIssue({ code: "custom", path: [path], message });
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
