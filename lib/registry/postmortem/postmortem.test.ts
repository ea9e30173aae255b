import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { sha256 } from "@/lib/core/digest";
import { parsePostmortem } from "@/lib/core/incident/postmortem/parse";
import { renderPostmortem } from "@/lib/core/incident/postmortem/render";
import { noticesOf } from "@/lib/testing/notices";
import { importedDocument } from "@/lib/testing/postmortem-document";
import {
  approvedPostmortem,
  begunPostmortem,
  enoughContent,
  postmortemRecords,
  writtenPostmortem,
} from "@/lib/testing/postmortem-records";
import { openDatabase } from "@/lib/testing/registry";
import { newPerson, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { itemsOfIncident } from "../action-item/queries";
import { closeIncident } from "../incident/close";
import { declareIncident } from "../incident/declare";
import { incidentDetail } from "../incident/queries";
import { reopenIncident } from "../incident/reopen";
import { resolveIncident } from "../incident/resolve";
import { amendPostmortem } from "./amend";
import { answerReview } from "./answer-review";
import { completePostmortem } from "./complete";
import { exportedPostmortem } from "./export";
import { importPostmortem } from "./import";
import { publishPostmortem } from "./publish";
import { fieldHistory, postmortemView } from "./queries";
import { putPostmortem, savePostmortem } from "./save";

const database = openDatabase();
let tenant: TestTenant;
let service: string;
let publisher: PersonActor;
let reviewer: PersonActor;

beforeAll(async () => {
  tenant = await newTenant();
  service = tenant.service.slug;
  publisher = await newPerson(tenant, ["incident-commander"], "Carla Commander");
  reviewer = await newPerson(tenant, ["engineer"], "Remy Reviewer");
});

const EDITORS = { mine: "0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b", theirs: "0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c" };

describe("two people who write one field", () => {
  it("lose nothing: the later one gets the other's text back, and every saved text is kept", async () => {
    const incidentId = await begunPostmortem(publisher, service);
    const save = (actor: PersonActor, editorId: string, basedOn: number, impact: string) =>
      savePostmortem({ actor }, { incidentId, basedOn, editorId, fields: { impact } });
    expect(await save(reviewer, EDITORS.theirs, 1, "Nobody could pay.")).toMatchObject({
      outcome: "saved",
      revision: 2,
    });
    const refused = await save(publisher, EDITORS.mine, 1, "All carts were empty.");
    expect(refused).toMatchObject({
      outcome: "conflict",
      revision: 2,
      conflicts: [{ field: "impact", value: "Nobody could pay.", revision: 2, by: "Remy Reviewer" }],
    });
    const both = "Nobody could pay.\n\nAll carts were empty.";
    expect(await save(publisher, EDITORS.mine, 2, both)).toMatchObject({ outcome: "saved", revision: 3 });
    const { saves } = await fieldHistory(reviewer, incidentId, "impact");
    expect(saves.map(({ value, by }) => [value, by])).toEqual([
      [both, "Carla Commander"],
      ["Nobody could pay.", "Remy Reviewer"],
      ["", "Carla Commander"],
    ]);
  });

  it("are in no conflict over different fields, nor a page with its own save whose answer was lost", async () => {
    const incidentId = await begunPostmortem(publisher, service);
    const editorId = EDITORS.mine;
    const save = (fields: object, editor = editorId) =>
      savePostmortem({ actor: publisher }, { incidentId, basedOn: 1, editorId: editor, fields });
    await save({ impact: "One" });
    expect(await save({ impact: "One, two" })).toMatchObject({ outcome: "saved", revision: 3 });
    expect(await save({ wentWell: ["The alert."] }, EDITORS.theirs)).toMatchObject({ outcome: "saved", revision: 4 });
    expect(await save({ impact: "One, two" }, EDITORS.theirs)).toMatchObject({ outcome: "unchanged" });
  });

  it("one of two saves at the same moment wins, the other is told", async () => {
    const incidentId = await begunPostmortem(publisher, service);
    const save = (actor: PersonActor, impact: string) =>
      savePostmortem({ actor }, { incidentId, basedOn: 1, fields: { impact } });
    const results = await Promise.all([save(publisher, "mine"), save(reviewer, "theirs")]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(["conflict", "saved"]);
  });
});

it("a program begins a postmortem by writing it, and is refused by name where somebody has saved since", async () => {
  const { id: incidentId } = await declareIncident({ actor: publisher }, { service, severity: "sev3", title: "Slow" });
  const put = (basedOn: number, impact: string) =>
    putPostmortem({ actor: reviewer }, { incidentId, basedOn, fields: { impact } });
  expect(await put(0, "Pages were slow.")).toMatchObject({ outcome: "saved", revision: 2 });
  await expect(put(1, "They were very slow.")).rejects.toMatchObject({
    code: "conflict",
    issues: [{ path: "fields.impact" }],
  });
  expect((await exportedPostmortem(reviewer, incidentId)).document.impact).toBe("Pages were slow.");
});

describe("publishing", () => {
  it("waits for the resolution, for what has to be filled in, and for the text that was read", async () => {
    const { id: open } = await declareIncident({ actor: publisher }, { service, severity: "sev2", title: "Open" });
    await putPostmortem({ actor: publisher }, { incidentId: open, basedOn: 0, fields: enoughContent });
    const publish = (incidentId: string, revision: number) =>
      publishPostmortem({ actor: publisher }, { incidentId, revision });
    await expect(publish(open, 2)).rejects.toThrow("still open");
    const incidentId = await begunPostmortem(publisher, service);
    await expect(publish(incidentId, 1)).rejects.toThrow("Impact is empty; Root Cause is empty; Mitigations");
    const followUps = [{ id: "f1", action: "Watch it", owner: "", dueOn: null, isDone: false }];
    await savePostmortem({ actor: publisher }, { incidentId, basedOn: 1, fields: { ...enoughContent, followUps } });
    await expect(publish(incidentId, 2)).rejects.toThrow("“Watch it” lacks an owner and a due date");
    await expect(publish(incidentId, 1)).rejects.toMatchObject({ code: "conflict" });
  });

  it("moves the incident on, and makes each open follow-up one action item, once", async () => {
    const incidentId = await writtenPostmortem(publisher, service);
    const followUps = [
      { id: "f1", action: "Watch the pool", owner: "remy reviewer", dueOn: "2099-01-31", isDone: false },
      { id: "f2", action: "Restart it", owner: "Nobody Here", dueOn: "2099-01-31", isDone: true },
    ];
    await savePostmortem({ actor: publisher }, { incidentId, basedOn: 2, fields: { followUps } });
    await publishPostmortem({ actor: publisher }, { incidentId, revision: 3 });
    expect((await incidentDetail(publisher, incidentId)).state).toBe("published");
    const opened = async () => (await itemsOfIncident(publisher, incidentId)).items;
    expect((await opened()).map(({ title, owner, dueAt }) => [title, owner.id, dueAt])).toEqual([
      ["Watch the pool", reviewer.id, "2099-01-31T23:59:59.999Z"],
    ]);
    await expect(
      savePostmortem({ actor: publisher }, { incidentId, basedOn: 3, fields: { impact: "x" } }),
    ).rejects.toThrow("Amend it");
    await amendPostmortem({ actor: publisher }, { incidentId, reason: "The cause was another one." });
    await publishPostmortem({ actor: publisher }, { incidentId, revision: 3 });
    expect(await opened()).toHaveLength(1);
  });
});

describe("completing", () => {
  it("takes the word of somebody other than who published, on exactly the published text", async () => {
    const incidentId = await writtenPostmortem(publisher, service);
    const review = (actor: PersonActor, answer: string, note = "") =>
      answerReview({ actor }, { incidentId, answer, note, revision: 2 });
    const complete = () => completePostmortem({ actor: publisher }, { incidentId });
    await expect(complete()).rejects.toThrow("Publish the postmortem first");
    await publishPostmortem({ actor: publisher }, { incidentId, revision: 2 });
    await review(publisher, "approve");
    await expect(complete()).rejects.toThrow("nobody has approved it");
    await review(reviewer, "changes", "Say who noticed.");
    const told = await noticesOf(database.web, tenant.tenantId, "postmortem-review");
    expect(told).toEqual([
      expect.stringMatching(new RegExp(`${incidentId}:answer:${reviewer.id}.*→ Carla Commander$`)),
    ]);
    await expect(complete()).rejects.toThrow("Remy Reviewer asks for changes");
    await expect(
      answerReview({ actor: reviewer }, { incidentId, answer: "approve", revision: 1 }),
    ).rejects.toMatchObject({ code: "conflict" });
    await review(reviewer, "approve");
    await complete();
    expect((await postmortemView(publisher, incidentId)).state).toBe("completed");
  });

  it("archives bytes that never change, lets the incident be closed, and an amendment is the next version", async () => {
    const { postmortemIncident: incidentId } = await postmortemRecords(tenant, service);
    const first = await exportedPostmortem(publisher, incidentId, 1);
    expect(first).toMatchObject({ version: 1, digest: sha256(first.markdown), jsonDigest: sha256(first.json) });
    expect(renderPostmortem(parsePostmortem(first.markdown))).toBe(first.markdown);
    await closeIncident({ actor: publisher }, { incidentId });
    await amendPostmortem({ actor: publisher }, { incidentId, reason: "One factor was missing." });
    await savePostmortem({ actor: publisher }, { incidentId, basedOn: 2, fields: { wentWell: ["The alert."] } });
    await publishPostmortem({ actor: publisher }, { incidentId, revision: 3 });
    expect(await exportedPostmortem(publisher, incidentId, 1)).toMatchObject({ markdown: first.markdown });
    const second = await exportedPostmortem(publisher, incidentId);
    expect(second).toMatchObject({ version: 2, document: { wentWell: ["The alert."] } });
    const { paper } = await postmortemView(publisher, incidentId);
    expect(paper?.versions.map(({ version, archive }) => [version, archive !== null])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  it("counts anew after the incident was opened again", async () => {
    const incidentId = await approvedPostmortem({ publisher, reviewer }, service);
    await reopenIncident({ actor: publisher }, { incidentId, reason: "It came back." });
    await resolveIncident({ actor: publisher }, { incidentId });
    await expect(completePostmortem({ actor: publisher }, { incidentId })).rejects.toThrow("Publish the postmortem");
    expect((await postmortemView(publisher, incidentId)).state).toBe("draft");
  });
});

describe("a postmortem from elsewhere", () => {
  it("becomes an incident that is over, exports as the same bytes, and is not taken twice", async () => {
    const markdown = renderPostmortem(importedDocument({ service }));
    const made = await importPostmortem({ actor: publisher }, { markdown });
    expect(made.duplicate).toBe(false);
    const exported = await exportedPostmortem(publisher, made.incidentId);
    expect(exported.markdown).toBe(markdown);
    expect(await importPostmortem({ actor: publisher }, { document: exported.document })).toEqual({
      ...made,
      duplicate: true,
    });
    const detail = await incidentDetail(publisher, made.incidentId);
    expect(detail).toMatchObject({ state: "resolved", resolvedAt: "2020-03-01T11:00:00.000Z", severity: "sev2" });
    // Nobody is late with what happened before it came here.
    expect((await postmortemView(publisher, made.incidentId)).deadlines?.publish).toBe("not-due");
  });

  it("published in one tenant is the same record in another, and here it is known already", async () => {
    const { postmortemIncident } = await postmortemRecords(tenant, service);
    const { markdown } = await exportedPostmortem(publisher, postmortemIncident);
    expect(await importPostmortem({ actor: publisher }, { markdown })).toMatchObject({
      incidentId: postmortemIncident,
      duplicate: true,
    });
    const elsewhere = await newTenant();
    const actor = await newPerson(elsewhere, ["incident-commander"]);
    const { incidentId } = await importPostmortem({ actor }, { markdown });
    expect((await exportedPostmortem(actor, incidentId)).markdown).toBe(markdown);
  });

  it("after the bare template is refused for what it lacks, by name, and taken with it", async () => {
    const markdown = "# Incident 7\n- Declared: 2025-10-01T12:00:00Z\n- Impact: Nobody could pay.\n";
    const given = { markdown, service, severity: "sev1" };
    await expect(importPostmortem({ actor: publisher }, given)).rejects.toThrow("resolved: the document does not say");
    await expect(
      importPostmortem({ actor: publisher }, { ...given, declared: "2025-10-02T12:00:00Z" }),
    ).rejects.toThrow("declared: the document says");
    const { incidentId } = await importPostmortem({ actor: publisher }, { ...given, resolved: "2025-10-01T13:00:00Z" });
    const { document } = await exportedPostmortem(publisher, incidentId);
    expect(document).toMatchObject({ incident: "7", title: "Nobody could pay.", severity: "sev1", service });
  });
});
