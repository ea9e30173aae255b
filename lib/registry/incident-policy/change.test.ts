import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_INCIDENT_POLICY } from "@/lib/core/incident/policy";
import { stricterPolicy } from "@/lib/testing/incident-policy-records";
import { openDatabase } from "@/lib/testing/registry";
import { newPerson, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { changeIncidentPolicy } from "./change";
import { incidentPolicyView } from "./queries";

openDatabase();
let tenant: TestTenant;
let board: { actor: Awaited<ReturnType<typeof newPerson>> };

beforeAll(async () => {
  tenant = await newTenant();
  board = { actor: await newPerson(tenant, ["change-board"]) };
});

describe("the incident policy", () => {
  it("is the default until somebody changes it, and keeps every version with its reason", async () => {
    expect(await incidentPolicyView(tenant.admin)).toMatchObject({
      version: 0,
      policy: DEFAULT_INCIDENT_POLICY,
      history: [],
    });
    await changeIncidentPolicy(board, stricterPolicy);
    const view = await incidentPolicyView(tenant.admin);
    expect(view.policy.postmortem.publishWithinHours).toBe(24);
    expect(view.history.map(({ version, reason }) => [version, reason])).toEqual([[1, stricterPolicy.reason]]);
  });

  it("is not changed over a change that somebody else has made since", async () => {
    const late = { ...stricterPolicy, policy: { ...stricterPolicy.policy, attributionWindowHours: 6 } };
    await expect(changeIncidentPolicy(board, late)).rejects.toMatchObject({ code: "conflict" });
    expect((await incidentPolicyView(tenant.admin)).version).toBe(1);
  });

  it("refuses a review that is due before its postmortem, and a part that is left out", async () => {
    const { postmortem, ...rest } = DEFAULT_INCIDENT_POLICY;
    const early = { ...rest, postmortem: { ...postmortem, completeWithinHours: 12 } };
    const given = { basedOn: 1, reason: "Faster than before." };
    await expect(changeIncidentPolicy(board, { ...given, policy: early })).rejects.toMatchObject({ code: "invalid" });
    await expect(changeIncidentPolicy(board, { ...given, policy: rest })).rejects.toMatchObject({ code: "invalid" });
  });
});
