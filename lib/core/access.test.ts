import { describe, expect, it } from "vitest";
import {
  can,
  inOwnRight,
  PERMISSIONS,
  type PersonActor,
  ROLES,
  type Role,
  rolesWith,
  TOKEN_VERBS,
  type TokenActor,
} from "./access";

const person = (...roles: Role[]): PersonActor => ({
  kind: "person",
  id: "p",
  tenantId: "t",
  name: "P",
  email: "p@x.io",
  roles,
});
const token = (verbs: TokenActor["verbs"]): TokenActor => ({
  kind: "token",
  id: "k",
  tenantId: "t",
  name: "CI",
  verbs,
  serviceId: null,
  environmentId: null,
});

describe("what a role may do is granted, never implied", () => {
  it("nobody without a role may do anything", () => {
    for (const permission of PERMISSIONS) expect(can(person(), permission)).toBe(false);
  });
  it("an admin manages but neither signs nor waives", () => {
    expect(can(person("admin"), "person:manage")).toBe(true);
    for (const permission of ["release:sign", "waiver:grant"] as const)
      expect(can(person("admin"), permission)).toBe(false);
  });
  it("only an admin manages people, tokens and the matrix", () => {
    for (const role of ROLES.filter((each) => each !== "admin")) {
      for (const permission of ["person:manage", "token:manage", "environment:manage", "service:manage"] as const) {
        expect(can(person(role), permission)).toBe(false);
      }
    }
  });
  it("every role reads", () => {
    for (const role of ROLES) expect(can(person(role), "read")).toBe(true);
  });
});

it("a role that was lent lets its holder sign, and nothing else", () => {
  const delegate: PersonActor = { ...person("viewer"), delegatedRoles: ["change-board"] };
  const granted = PERMISSIONS.filter((permission) => can(delegate, permission));
  expect(granted).toEqual(["read", "release:sign"]);
  expect(can(inOwnRight(delegate), "release:sign")).toBe(false);
});

it("an integration reads, asks the gate, answers and follows issues, and nothing else", () => {
  const actor = { kind: "integration", id: "i", tenantId: "t", name: "GitHub" } as const;
  const granted = PERMISSIONS.filter((permission) => can(actor, permission));
  expect(granted.sort()).toEqual(["action-item:sync", "deployment:answer", "gate:evaluate", "read"]);
});

it("no person answers in an integration's place", () => {
  expect(can(person(...ROLES), "deployment:answer")).toBe(false);
});

describe("a background job carries on what others began", () => {
  it("reads and runs as the system, and does nothing else", () => {
    const actor = { kind: "system", id: "s", tenantId: "t", name: "Readiness" } as const;
    expect(PERMISSIONS.filter((permission) => can(actor, permission))).toEqual(["read", "system:run"]);
  });

  it("in whose place nobody else can run: no role, no lent role, no token and no integration", () => {
    for (const role of ROLES) expect(can(person(role), "system:run")).toBe(false);
    expect(can({ ...person(...ROLES), delegatedRoles: [...ROLES] }, "system:run")).toBe(false);
    expect(rolesWith("system:run")).toEqual([]);
    expect(can(token([...PERMISSIONS] as unknown as TokenActor["verbs"]), "system:run")).toBe(false);
    expect(TOKEN_VERBS as readonly string[]).not.toContain("system:run");
    const integration = { kind: "integration", id: "i", tenantId: "t", name: "GitHub" } as const;
    expect(can(integration, "system:run")).toBe(false);
  });
});

describe("a token can never sign, waive or manage", () => {
  it("even when its record claims the verbs", () => {
    const forged = token([...PERMISSIONS] as unknown as TokenActor["verbs"]);
    const granted = PERMISSIONS.filter((permission) => can(forged, permission));
    expect(granted.sort()).toEqual([...TOKEN_VERBS].sort());
    for (const permission of ["release:sign", "waiver:grant", "person:manage", "token:manage"] as const) {
      expect(granted).not.toContain(permission);
    }
  });
  it("and does no more than its verbs", () => {
    expect(can(token(["read"]), "scorecard:submit")).toBe(false);
    expect(can(token(["scorecard:submit"]), "read")).toBe(false);
  });
});
