import { describe, expect, it } from "vitest";
import { readClaims } from "./claims";

const claims = {
  iss: "https://login.example.com",
  sub: "248289761001",
  email: "Ada@Example.com",
  email_verified: true,
};

describe("claims of a provider", () => {
  it("name whom it vouches for, the address in lower case and each group once", () => {
    const read = readClaims({ ...claims, name: " Ada Lovelace ", groups: ["sre", "board", "sre"] }, "groups");
    expect(read).toEqual({
      issuer: "https://login.example.com",
      subject: "248289761001",
      email: "ada@example.com",
      emailVerified: true,
      name: "Ada Lovelace",
      groups: ["board", "sre"],
    });
  });

  it.each([true, false, "true", "false", 1, null, undefined])("email_verified %j: only true counts", (value) => {
    expect(readClaims({ ...claims, email_verified: value }, "groups").emailVerified).toBe(value === true);
  });

  it.each([
    [undefined, []],
    [null, []],
    ["board", ["board"]],
    [[], []],
    [["a\u0000", "b"], ["b"]],
  ])("groups %j are read as %j", (groups, read) => {
    expect(readClaims({ ...claims, groups }, "groups").groups).toEqual(read);
  });

  it.each([[{ board: true }], [7], [[{ name: "board" }]], [true]])(
    "groups %j are refused, not taken for none",
    (groups) => {
      const attempt = () => readClaims({ ...claims, groups }, "groups");
      expect(attempt).toThrow(expect.objectContaining({ code: "invalid", message: expect.stringMatching(/groups/) }));
    },
  );

  it("may hold groups under another name, at a path, or under a name with dots", () => {
    expect(readClaims({ ...claims, roles: ["a"] }, "roles").groups).toEqual(["a"]);
    expect(readClaims({ ...claims, realm_access: { roles: ["b"] } }, "realm_access.roles").groups).toEqual(["b"]);
    expect(readClaims({ ...claims, "https://x.example/groups": ["c"] }, "https://x.example/groups").groups).toEqual([
      "c",
    ]);
    expect(readClaims(claims, "__proto__.constructor").groups).toEqual([]);
  });

  it.each([
    ["sub", undefined],
    ["sub", ""],
    ["sub", "x".repeat(256)],
    ["sub", "a\u0000b"],
    ["iss", undefined],
    ["iss", 7],
  ])("without a usable %s (%j) vouch for nobody", (name, value) => {
    expect(() => readClaims({ ...claims, [name]: value }, "groups")).toThrow(
      expect.objectContaining({ code: "invalid" }),
    );
  });

  it.each([undefined, null, "", "not an address"])("an address %j is none", (email) => {
    expect(readClaims({ ...claims, email }, "groups").email).toBeNull();
  });
});
