import { describe, expect, it } from "vitest";
import { isSecretName, plainSecret } from "./plain-secret";

describe("a secret in plain sight", () => {
  it.each([
    ["DB_PASSWORD", "hunter2"],
    ["db.password", "12345"],
    ["smtp.passwd", "x"],
    ["clientSecret", "s3"],
    ["GITHUB_TOKEN", "abc"],
    ["aws.credentials", "id:key"],
    ["STRIPE_API_KEY", "sk"],
    ["private-key", "MII"],
    ["users[0].password", "x"],
    ["DATABASE_URL", "postgres://app:hunter2@db/app"],
    ["CERT", "-----BEGIN RSA PRIVATE KEY-----\nMII"],
    ["HOOK", `rdy_production_0199a5c4-1111-7222-8333-444455556666_${"s".repeat(43)}_0000`],
    ["CI", `ghp_${"a".repeat(36)}`],
    ["TOKEN_OF_CI", "abc"],
  ])("%s is one, and the reason does not tell it", (key, value) => {
    const reason = plainSecret(key, value);
    expect(reason).toMatch(/credential|secret/);
    expect(reason).not.toContain(value);
  });

  it.each([
    ["WORKERS", "8"],
    ["MAX_TOKENS", "4096"],
    ["TOKEN_TTL", "15m"],
    ["PASSWORD_LOGIN_ENABLED", "false"],
    ["DB_PASSWORD", ""],
    ["DB_PASSWORD", "vault:database/service-api#password"],
    ["DB_PASSWORD_FILE", "/run/secrets/db"],
    ["API_TOKEN", "$" + "{API_TOKEN}"],
    ["DATABASE_URL", "postgres://db:5432/app"],
    ["KEYBOARD", "qwerty"],
  ])("%s=%s is none", (key, value) => {
    expect(plainSecret(key, value)).toBeNull();
  });
});

it.each([
  ["DB_PASSWORD", true],
  ["GITHUB_TOKEN", true],
  ["SIGNING_PRIVATE_KEY", true],
  ["DB_PASSWORD_VERSION", false],
  ["TOKENS_PER_MINUTE", false],
])("%s is the name of a secret: %s", (name, is) => {
  expect(isSecretName(name)).toBe(is);
});
