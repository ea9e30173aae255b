import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalJson, sha256 } from "@/lib/core/digest";
import { renderPostmortem } from "@/lib/core/incident/postmortem/render";
import { importedDocument } from "@/lib/testing/postmortem-document";
import * as evidence from "../testing/evidence";
import { run, Workspace } from "../testing/run";
import { answerJson, FakeServer } from "../testing/server";

const ID = "0199a5c4-7777-7222-8333-444455556666";
const document = importedDocument();
const markdown = renderPostmortem(document);
const json = canonicalJson(document);
const EXPORTED = {
  ...{ reference: "INC-7", version: 2, markdown, digest: sha256(markdown) },
  ...{ json, jsonDigest: sha256(json) },
};
const IMPORTED = { incidentId: ID, reference: "INC-9", duplicate: false };

let workspace: Workspace;
beforeAll(async () => {
  workspace = await Workspace.with();
});
afterAll(() => workspace.remove());

async function postmortem(args: string[], answer: object) {
  return FakeServer.during(
    (_, response) => answerJson(response, 200, answer),
    async (server) => {
      const result = await run(["postmortem", ...args], { cwd: workspace.folder, env: server.env, now: evidence.NOW });
      return { ...result, received: server.received };
    },
  );
}

describe("postmortem export", () => {
  it("writes exactly the bytes that the server has, as incident.md or as JSON by the name of the file", async () => {
    const { code, out, received } = await postmortem(["export", ID, "--version", "2"], EXPORTED);
    expect({ code, out }).toEqual({
      code: 0,
      out: `incident.md: postmortem of INC-7, version 2, ${sha256(markdown)}\n`,
    });
    expect(received.map(({ url }) => url)).toEqual([`/api/v1/incidents/${ID}/postmortem?version=2`]);
    expect(await workspace.read("incident.md")).toBe(markdown);
    await postmortem(["export", ID, "--out", "archive/incident.json"], EXPORTED);
    expect(await workspace.read("archive/incident.json")).toBe(json);
  });

  it("writes nothing where what arrived is not what the server vouches for", async () => {
    const { code } = await postmortem(["export", ID, "--out", "bad.md"], { ...EXPORTED, markdown: `${markdown}!` });
    expect(code).toBe(4);
    await expect(workspace.read("bad.md")).rejects.toThrow();
  });
});

describe("postmortem import", () => {
  it("sends an incident.md as it is, with what it leaves out", async () => {
    await workspace.write({ "old.md": markdown });
    const { code, out, received } = await postmortem(["import", "old.md", "--severity", "Sev2"], IMPORTED);
    expect({ code, out }).toEqual({ code: 0, out: `old.md is INC-9 now (${ID})\n` });
    expect(received[0]).toMatchObject({ url: "/api/v1/postmortems", body: { markdown, severity: "sev2" } });
  });

  it("sends JSON as the document, and says when it is here already", async () => {
    await workspace.write({ "old.json": json });
    const { out, received } = await postmortem(["import", "old.json"], { ...IMPORTED, duplicate: true });
    expect(out).toBe(`old.json is here already: INC-9 (${ID})\n`);
    expect(received[0]?.body).toEqual({ document });
  });

  it("of a file that is no postmortem is bad input, names the line, and sends nothing", async () => {
    await workspace.write({ "notes.md": "# Incident 7\n- Impact: slow\nNothing of the template\n" });
    const { code, err, received } = await postmortem(["import", "notes.md"], IMPORTED);
    expect({ code, received, err }).toEqual({ code: 3, received: [], err: expect.stringContaining("line 3") });
  });
});
