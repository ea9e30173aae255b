import { randomBytes, scryptSync } from "node:crypto";
import { vi } from "vitest";

/** A thirtieth of the real cost: tests make hundreds of people whose passwords nobody is after. */
const COST = 2 ** 10;

// The hash names its own cost, so that the real code verifies it.
vi.mock("@/lib/registry/person/password", async (original) => ({
  ...(await original<typeof import("@/lib/registry/person/password")>()),
  hashPassword: async (password: string) => {
    const salt = randomBytes(16);
    const key = scryptSync(password.normalize("NFKC"), salt, 32, { N: COST, r: 8, p: 1 });
    return ["scrypt", COST, 8, 1, salt.toString("base64url"), key.toString("base64url")].join("$");
  },
}));
