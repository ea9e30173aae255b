import { expect, test } from "./fixtures";
import { approveAs } from "./support/approve";
import type { Candidate } from "./support/candidate";
import { artifactsOf, metrics, rehearsal, type Subject, scorecard } from "./support/documents";
import { mailTo, pageIn } from "./support/mail";
import { sampleSignIn } from "./support/stage";
import { visit } from "./support/visit";

const HOUR = 3_600_000;
/** As a date and time field takes it, in UTC. */
const field = (ms: number): string => new Date(Date.now() + ms).toISOString().slice(0, 16);

test("a candidate is promoted, drafted, asked for by mail, signed, deployed, and archived by itself", async ({
  api,
  as,
  registry,
}) => {
  const service = await registry.newService();
  const version = `e2e.${service.slice(4)}`;
  const subject: Subject = { service, environment: "production", version, commit: service.slice(4).padEnd(40, "0") };
  const artifacts = artifactsOf(subject).map(({ hash }) => hash);
  const { id } = await api.createRelease(subject);

  await test.step("the pipeline brings it to staging without a manifest, which drafts one", async () => {
    await api.recordRehearsal(rehearsal(subject));
    await api.advance(id, { stage: "build", status: "succeeded", artifacts });
    const { commit, environment } = subject;
    await api.submitScorecard({ service, environment, commit, document: scorecard(subject) });
    await api.submitMetrics({ service, document: metrics(subject) });
    await api.advance(id, { stage: "readiness", status: "succeeded" });
    await api.advance(id, { stage: "staging", status: "succeeded" });
    expect(await api.failingChecks(id)).toEqual(["manifest.complete", "approvals.complete", "rollout.window"]);
  });

  await test.step("a release engineer completes the draft", async () => {
    const page = await as("amara");
    await visit(page, `/releases/${id}`);
    await expect(page.getByText(/^Draft: \d things missing$/)).toBeVisible();
    await page.getByText("Complete and put the manifest").click();
    const author = sampleSignIn("kenji");
    await page.getByLabel("Authors").fill(`${author.name} <${author.email}>`);
    await page.getByLabel("Name of artifact 1").fill("bundle");
    await page.getByLabel("Name of artifact 2").fill("image");
    await page.getByLabel("Rollout window from").fill(field(-HOUR));
    await page.getByLabel("Rollout window to").fill(field(4 * HOUR));
    await page.getByLabel("Rollback plan", { exact: true }).fill("Deploy the version before.");
    await page.getByLabel("Its steps").fill("Drain\nDeploy\nCheck the metrics");
    await page.getByLabel("Back to version").fill("1.0.0");
    await page.getByLabel("Owner", { exact: true }).fill("platform");
    await page.getByRole("button", { name: "Put as revision 1" }).click();
    await expect(page.getByText(/^Draft: /)).toHaveCount(0);
    expect(await api.failingChecks(id)).toEqual(["approvals.complete"]);
  });
  const { manifestDigest } = await api.evaluate(id);
  const candidate: Candidate = { ...subject, id, digest: manifestDigest ?? "", artifacts };

  await test.step("those whose signature is asked for are told, and the mail leads to the release", async () => {
    const mail = await mailTo(sampleSignIn("priya").email, `Sign ${service} ${version} for production`);
    expect(pageIn(mail)).toBe(`/releases/${id}`);
    await approveAs(candidate, candidate.digest);
  });

  await test.step("the pipeline deploys exactly what was approved", async () => {
    await api.advance(id, { stage: "approval", status: "succeeded" });
    await api.advance(id, { stage: "production", artifacts });
    await api.advance(id, { stage: "production", status: "succeeded" });
  });

  await test.step("the rest happens by itself, and the change board is told", async () => {
    const page = await as("tomas");
    const table = page.getByRole("table", { name: "Checklist of the release" });
    await expect(async () => {
      await visit(page, `/releases/${id}`);
      await expect(page.getByText("Everything that follows the rollout is done.")).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    await expect(table.getByRole("row", { name: /archived with hashes and approvers/ })).toContainText("Done");
    expect(await api.release(id)).toMatchObject({ stage: "archived", stageStatus: "succeeded" });
    const summary = await mailTo(sampleSignIn("tomas").email, `Released: ${service} ${version}`);
    expect(summary.text).toContain(sampleSignIn("priya").name);
    const archive = await api.http.get(`/api/v1/releases/${id}/archive`);
    expect(await archive.text()).toContain(candidate.digest);
  });
});
