import { afterEach, beforeEach, expect, it } from "vitest";
import { canonicalJson, digestOf } from "@/lib/core/digest";
import { wholePack } from "@/lib/core/testing/evidence-pack";
import { run, Workspace } from "../testing/run";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with({ "pack.json": canonicalJson(wholePack()) });
});
afterEach(() => workspace.remove());

const verify = (...args: string[]) => run(["verify", "pack", "pack.json", ...args], { cwd: workspace.folder });

it("an evidence pack that is whole holds, without a server, and says which ledger it was proven against", async () => {
  const { ledger } = wholePack();
  const { code, out } = await verify("--digest", digestOf(wholePack()), "--root", ledger.root);
  expect({ code, out }).toEqual({
    code: 0,
    out:
      `HOLDS: pack.json: evidence of checkout 1.4.0 for production, ${digestOf(wholePack())}, ` +
      `3 entries of a ledger of 5 with the head ${ledger.root}\n`,
  });
});

it("one that was changed does not, with 1 and every reason", async () => {
  const changed = wholePack();
  changed.ledger.root = "d".repeat(64);
  await workspace.write({ "pack.json": canonicalJson(changed) });
  const { code, out } = await verify("--digest", digestOf(wholePack()));
  expect(code).toBe(1);
  expect(out).toContain(`- its digest is ${digestOf(changed)}`);
  expect(out.match(/is not in the ledger whose head the pack names/g)).toHaveLength(3);
});

it("tells a machine the same", async () => {
  const { code, out } = await verify("--json", "--root", "0".repeat(64));
  expect(code).toBe(1);
  const { ledger } = wholePack();
  expect(JSON.parse(out)).toEqual({ holds: false, verified: true, reasons: [`its ledger's head is ${ledger.root}`] });
});

it("what is no evidence pack is bad input", async () => {
  await workspace.write({ "pack.json": { kind: "readiness.release-archive" } });
  expect(await verify()).toMatchObject({ code: 3, err: expect.stringContaining("kind") });
});
