import { expect, test } from "./fixtures";
import { Api } from "./support/api";
import { makeCandidate, reviseManifest } from "./support/candidate";
import { manifest, metrics, rehearsal, scorecard } from "./support/documents";
import { otherTenant, serviceOf, tokenOf } from "./support/registry";
import { baseUrl } from "./support/stage";
import { visit } from "./support/visit";

test("another tenant's records are not there: 404 on every page and for every token", async ({
  api,
  as,
  playwright,
}) => {
  const { admin } = await otherTenant();
  const extraHTTPHeaders = { authorization: `Bearer ${await tokenOf(admin)}` };
  const http = await playwright.request.newContext({ baseURL: baseUrl(), extraHTTPHeaders });
  const theirs = new Api(http);
  const service = await serviceOf(admin);
  const hidden = await makeCandidate(theirs, service);
  const { commit, environment } = hidden;
  const card = await theirs.submitScorecard({ service, environment, commit, document: scorecard(hidden) });
  const drill = await theirs.recordRehearsal(rehearsal(hidden));
  const { decisionId } = await theirs.evaluate(hidden.id);

  await test.step("the API", async () => {
    const release = `/api/v1/releases/${hidden.id}`;
    for (const path of [release, `${release}/manifest`, `${release}/gate`, `/api/v1/decisions/${decisionId}`]) {
      const answer = await api.http.get(path);
      expect(answer.status(), path).toBe(404);
      expect(await answer.text()).not.toContain(hidden.version);
    }
    const author = { name: "Kenji Mori", email: "kenji@meridian.example" };
    const attempts = [
      await api.http.post(`${release}/gate`),
      await api.http.post(`${release}/advance`, { data: { stage: "aborted", status: "succeeded" } }),
      await api.http.put(`${release}/manifest`, { data: manifest(hidden, author, 99) }),
      await api.http.post("/api/v1/metrics", { data: { service, document: metrics(hidden) } }),
    ];
    expect(attempts.map((answer) => answer.status())).toEqual([404, 404, 404, 404]);
    const list = await (await api.http.get(`/api/v1/releases?version=${hidden.version}`)).json();
    expect(list.items).toEqual([]);
  });

  await test.step("the pages", async () => {
    const page = await as("nora");
    for (const path of [`/releases/${hidden.id}`, `/scorecards/${card.id}`, `/rehearsals/${drill.id}`]) {
      const answer = await visit(page, path);
      expect(answer?.status(), path).toBe(404);
      await expect(page.getByText(hidden.version)).toHaveCount(0);
    }
    await visit(page, `/releases?version=${hidden.version}`);
    await expect(page.getByText(service)).toHaveCount(0);
  });

  const { stage, manifest: current } = await theirs.release(hidden.id);
  expect([stage, current]).toMatchObject(["approval", { digest: hidden.digest, revision: 1 }]);
  expect(await reviseManifest(theirs, hidden)).not.toBe(hidden.digest);
  await http.dispose();
});

test("an id that is none is not found", async ({ api, as }) => {
  expect((await api.http.get("/api/v1/releases/1")).status()).toBe(404);
  const page = await as("hanna");
  expect((await visit(page, "/releases/not-an-id"))?.status()).toBe(404);
});
