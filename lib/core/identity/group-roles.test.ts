import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROLES } from "../access";
import { type GivenRole, type HeldRole, planRoles } from "./group-roles";

const others = { hasOtherAdmin: true };
const manual = (role: HeldRole["role"]): HeldRole => ({ role, source: "manual", groups: [] });
const byGroup = (role: HeldRole["role"], ...groups: string[]): HeldRole => ({ role, source: "group", groups });
const nothing = { add: [], remove: [], regroup: [], kept: [] };

describe("roles by group", () => {
  it("come with the group and go with it", () => {
    const given: GivenRole[] = [
      { role: "change-board", group: "board" },
      { role: "change-board", group: "board-deputies" },
    ];
    expect(planRoles([], given, others)).toEqual({
      ...nothing,
      add: [{ role: "change-board", groups: ["board", "board-deputies"] }],
    });
    expect(planRoles([byGroup("change-board", "board")], [], others)).toEqual({ ...nothing, remove: ["change-board"] });
  });

  it("stay as they are when the groups do, in any order", () => {
    const given: GivenRole[] = [
      { role: "viewer", group: "b" },
      { role: "viewer", group: "a" },
    ];
    expect(planRoles([byGroup("viewer", "b", "a")], given, others)).toEqual(nothing);
    expect(planRoles([byGroup("viewer", "a")], given, others)).toEqual({
      ...nothing,
      regroup: [{ role: "viewer", groups: ["a", "b"] }],
    });
  });

  it("leave what was given by hand alone, whether the group gives it too or not", () => {
    expect(planRoles([manual("admin")], [], others)).toEqual(nothing);
    expect(planRoles([manual("admin")], [{ role: "admin", group: "admins" }], others)).toEqual(nothing);
  });

  it("never take the last admin away", () => {
    const held = [byGroup("admin", "admins"), byGroup("viewer", "all")];
    expect(planRoles(held, [], { hasOtherAdmin: false })).toEqual({ ...nothing, remove: ["viewer"], kept: ["admin"] });
    expect(planRoles(held, [], others)).toEqual({ ...nothing, remove: ["viewer", "admin"] });
  });

  it("are, carried out, exactly those by hand and those of the groups; and then there is nothing left to do", () => {
    const role = fc.constantFrom(...ROLES);
    const group = fc.constantFrom("a", "b", "c");
    const heldRoles = fc.uniqueArray(
      fc.oneof(
        role.map(manual),
        fc.tuple(role, group).map(([r, g]) => byGroup(r, g)),
      ),
      {
        selector: (each) => each.role,
      },
    );
    fc.assert(
      fc.property(heldRoles, fc.array(fc.record({ role, group })), (held, given) => {
        const plan = planRoles(held, given, others);
        const after = held
          .filter((each) => !plan.remove.includes(each.role))
          .map((each) => ({ ...each, ...plan.regroup.find((change) => change.role === each.role) }))
          .concat(plan.add.map((each) => ({ ...each, source: "group" as const })));
        const wanted = new Set([...held.filter((each) => each.source === "manual"), ...given].map((each) => each.role));
        expect(new Set(after.map((each) => each.role))).toEqual(wanted);
        expect(planRoles(after, given, others)).toEqual(nothing);
      }),
    );
  });
});
