import { createHmac, generateKeyPairSync, randomBytes } from "node:crypto";
import { expect, test } from "./fixtures";
import { baseUrl, sampleSignIn } from "./support/stage";
import { visit } from "./support/visit";

const unique = () => randomBytes(4).toString("hex");

test("a webhook added on the page asks the gate, with the secret shown once, until it is disabled", async ({
  as,
  candidate,
  playwright,
}) => {
  const { service, environment, commit } = await candidate();
  const admin = await as("nora");
  const name = `Deploy bot ${unique()}`;
  await visit(admin, "/settings/integrations");
  await admin.getByRole("button", { name: "Add a webhook" }).click();
  const dialog = admin.getByRole("dialog", { name: "Add a webhook" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Your password").fill(sampleSignIn("nora").password);
  await dialog.getByRole("button", { name: "Create" }).click();
  const address = (await dialog.getByText(/\/api\/v1\/webhooks\//).textContent())?.trim() ?? "";
  const secret = (await dialog.getByText(/^[A-Za-z0-9]{43}$/).textContent())?.trim() ?? "";
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  await expect(admin.getByRole("heading", { name })).toBeVisible();

  const http = await playwright.request.newContext({ baseURL: baseUrl() });
  const ask = (key: string) => {
    const body = JSON.stringify({ request_id: unique(), service, environment, commit });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const signature = createHmac("sha256", key).update(`${timestamp}.${body}`).digest("hex");
    const headers = {
      "content-type": "application/json",
      "x-readiness-delivery": unique(),
      "x-readiness-timestamp": timestamp,
      "x-readiness-signature-256": `sha256=${signature}`,
    };
    return http.post(new URL(address).pathname, { data: Buffer.from(body), headers });
  };
  expect((await ask("another secret")).status()).toBe(401);
  const answer = await ask(secret);
  expect(answer.status(), await answer.text()).toBe(202);
  expect(await answer.json()).toMatchObject({ state: "waiting", verdict: "reject", decisionId: null });

  await visit(admin, "/settings/integrations");
  const asked = admin.getByRole("row").filter({ hasText: `${service} → ${environment}` });
  await expect(asked).toContainText("Waiting");

  await admin.getByRole("button", { name: `Disable ${name}` }).click();
  const question = admin.getByRole("dialog", { name: `Disable ${name}?` });
  await question.getByRole("button", { name: "Disable" }).click();
  await expect(question).toBeHidden();
  expect((await ask(secret)).status()).toBe(401);
  await http.dispose();
});

test("a deployment that GitHub holds is judged by the server's own worker, and the page says what it was told", async ({
  as,
  candidate,
  playwright,
}) => {
  const { service, environment, commit } = await candidate();
  const admin = await as("nora");
  const name = `GitHub ${unique()}`;
  const repository = `acme/${unique()}`;
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  });
  await visit(admin, "/settings/integrations");
  await admin.getByRole("button", { name: "Connect GitHub" }).click();
  const dialog = admin.getByRole("dialog", { name: "Connect a GitHub App" });
  await dialog.getByLabel("Name").fill(name);
  // Nobody listens there, and no administrator allowed it: what is judged stays on this machine.
  await dialog.getByLabel("API address").fill("http://127.0.0.1:9");
  await dialog.getByLabel("App ID").fill("12345");
  await dialog.getByLabel("Private key").fill(privateKey);
  await dialog.getByLabel("Your password").fill(sampleSignIn("nora").password);
  await dialog.getByRole("button", { name: "Create" }).click();
  const address = (await dialog.getByText(/\/api\/v1\/webhooks\//).textContent())?.trim() ?? "";
  const secret = (await dialog.getByText(/^[A-Za-z0-9]{43}$/).textContent())?.trim() ?? "";
  await dialog.getByRole("button", { name: "I have stored it" }).click();

  await admin.getByRole("button", { name: `Link a repository of ${name}` }).click();
  const link = admin.getByRole("dialog", { name: "Link a repository" });
  await link.getByLabel("Repository").fill(repository);
  await link.getByLabel("Service").selectOption(service);
  await link.getByLabel(environment, { exact: true }).fill("live");
  await link.getByRole("button", { name: "Link", exact: true }).click();
  await expect(admin.getByRole("row").filter({ hasText: repository })).toContainText(`live is ${environment}`);

  const event = {
    action: "requested",
    environment: "live",
    deployment_callback_url: `http://127.0.0.1:9/repos/${repository}/actions/runs/1/deployment_protection_rule`,
    deployment: { id: 1, sha: commit },
    repository: { full_name: repository },
    installation: { id: 1 },
  };
  const body = JSON.stringify(event);
  const http = await playwright.request.newContext({ baseURL: baseUrl() });
  const delivered = await http.post(new URL(address).pathname, {
    data: Buffer.from(body),
    headers: {
      "content-type": "application/json",
      "x-github-event": "deployment_protection_rule",
      "x-github-delivery": unique(),
      "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
    },
  });
  expect(delivered.status(), await delivered.text()).toBe(202);
  await http.dispose();
  const asked = admin.getByRole("row").filter({ hasText: `${repository} → live` });
  await expect(async () => {
    await visit(admin, "/settings/integrations");
    await expect(asked).toContainText("not public", { timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await expect(asked).toContainText("Waiting");
});
