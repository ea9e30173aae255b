import { describe, expect, it } from "vitest";
import { type Actor, can, PERMISSIONS, type Role } from "@/lib/core/access";
import { commandsOfAnywhere, commandsOfPage } from "./palette-commands";

const ID = "019de7b3-9800-7ca0-89f4-bc821bbc8ece";
const may = (role: Role) => {
  const actor: Actor = { kind: "person", id: ID, tenantId: ID, name: "A", email: "a@example.com", roles: [role] };
  return PERMISSIONS.filter((permission) => can(actor, permission));
};
const labels = (commands: { label: string }[]) => commands.map(({ label }) => label);

describe("the commands of the palette", () => {
  it("offer what the reader's roles allow, and nothing else", () => {
    expect(labels(commandsOfAnywhere(may("incident-commander")))).toContain("Declare an incident");
    const viewer = commandsOfAnywhere(may("viewer"));
    expect(viewer.every(({ permission }) => permission === "read")).toBe(true);
    expect(labels(commandsOfAnywhere(may("admin")))).toContain("Create an API token");
  });

  it("on a release lead to the part of its page where it is signed, for those who may sign", () => {
    const board = commandsOfPage(`/releases/${ID}`, may("change-board"));
    expect(board[0]).toEqual({ permission: "release:sign", label: "Sign this release", href: `/releases/${ID}#sign` });
    expect(labels(commandsOfPage(`/releases/${ID}`, may("viewer")))).not.toContain("Sign this release");
  });

  it("know the release on the pages below it too", () => {
    const below = commandsOfPage(`/releases/${ID}/decisions`, may("viewer"));
    expect(below.find(({ label }) => label === "See its checks")?.href).toBe(`/releases/${ID}#checks`);
  });

  it("lead from every record's page to what the registry says about it", () => {
    expect(labels(commandsOfPage(`/waivers/requests/${ID}`, may("viewer")))).toEqual([
      "See all that the registry says about it",
    ]);
  });

  it("are none on a list", () => {
    expect(commandsOfPage("/releases", may("change-board"))).toEqual([]);
  });
});
