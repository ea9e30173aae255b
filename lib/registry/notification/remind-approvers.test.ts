import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import { manifestDocument } from "@/lib/testing/documents";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { type Approvers, newApprovers, type ReadyRelease, readyRelease, sign } from "@/lib/testing/release";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { putManifest } from "../manifest/put";
import { advanceRelease } from "../release/advance";
import { remindApprovers } from "./remind-approvers";
import { setPreferences } from "./set-preferences";

const database = openDatabase();
const HOUR = 3_600_000;
let tenant: TestTenant;
let pipeline: Actor;
let approvers: Approvers;

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
  approvers = await newApprovers(tenant);
});

/** A release that waits for its three signatures. */
async function waiting(actor: Actor = pipeline): Promise<ReadyRelease> {
  const release = await readyRelease(actor);
  await advance(release, ["build", "readiness", "staging"]);
  return release;
}

async function advance({ id: releaseId }: ReadyRelease, stages: string[], status = "succeeded"): Promise<void> {
  const note = "as planned";
  for (const stage of stages) await advanceRelease({ actor: pipeline }, { releaseId, stage, status, note });
}

const later = (hours: number) => new Date(Date.now() + hours * HOUR);
const sweep = (hours: number) => remindApprovers(tenant.tenantId, later(hours));

/** Whom this release's reminders have told, by name, with their day's number. */
function reminded({ id }: ReadyRelease): Promise<string[]> {
  return asApp(database.web, { tenantId: tenant.tenantId }, async (client) => {
    const text = `select recipient_name as name, split_part(key, ':', -1) as number from notification
      where kind = 'approval-reminder' and release_id = $1 order by number, name`;
    return (await client.query(text, [id])).rows.map(({ name, number }) => `${number} ${name}`);
  });
}

describe("while a release waits for signatures", () => {
  it("those who can still sign are reminded every 24 hours, once, and who signed no more", async () => {
    const release = await waiting();
    await sweep(23.9);
    expect(await reminded(release)).toEqual([]);
    await sweep(24.1);
    await Promise.all([sweep(24.2), sweep(30), sweep(47)]);
    const first = ["1 Chris Board", "1 Paula Product", "1 Sam Reliable"];
    expect(await reminded(release)).toEqual(first);
    await sign(approvers["change-board"], release, "change-board");
    await advance(release, ["approval"], "running");
    await sweep(48.1);
    expect(await reminded(release)).toEqual([...first, "2 Paula Product", "2 Sam Reliable"]);
    await sweep(120);
    expect((await reminded(release)).slice(5)).toEqual(["5 Paula Product", "5 Sam Reliable"]);
  });

  it("who made it may not sign it, and is not asked to", async () => {
    const author = await newPerson(tenant, ["sre-on-call", "release-engineer"], "Alex Author");
    const release = await waiting(author);
    await sweep(25);
    expect(await reminded(release)).toEqual(["1 Chris Board", "1 Paula Product", "1 Sam Reliable"]);
  });

  it("a new manifest begins a new wait", async () => {
    const release = await waiting();
    await sweep(25);
    const before = await reminded(release);
    const rollback_plan = { ...manifestDocument(release).rollback_plan, summary: "Deploy the one before that" };
    await putManifest(
      { actor: pipeline },
      { releaseId: release.id, content: manifestDocument(release, { rollback_plan }) },
    );
    await sweep(23.9);
    expect(await reminded(release)).toEqual(before);
    await sweep(24.1);
    expect(await reminded(release)).toEqual([...before, ...before].sort());
  });

  it("who wants no reminders gets none", async () => {
    const quiet = await newPerson(tenant, ["change-board"], "Quinn Quiet");
    const wish = { choices: { "approval-reminder": "off" }, digestHour: 8, timeZone: "UTC" };
    await setPreferences({ actor: quiet }, wish);
    const release = await waiting();
    await sweep(25);
    expect((await reminded(release)).join()).not.toContain("Quinn");
  });
});

describe("nobody is reminded", () => {
  it("of a release that somebody rejected: its authors have to act", async () => {
    const release = await waiting();
    await sign(approvers["product-owner"], release, "product-owner", "reject");
    await sweep(25);
    expect(await reminded(release)).toEqual([]);
  });

  it("of one that has not come to its approvals, nor of one that has ended", async () => {
    const early = await readyRelease(pipeline);
    await advance(early, ["build", "readiness"]);
    const ended = await waiting();
    await advance(ended, ["aborted"]);
    await sweep(25);
    expect([await reminded(early), await reminded(ended)]).toEqual([[], []]);
  });
});
