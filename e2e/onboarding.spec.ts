import { tmpdir } from "node:os";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { otherTenant } from "./support/registry";
import { Shell } from "./support/shell";
import { visit } from "./support/visit";

test("an empty tenant gets its first answer of the gate by the three commands that its page shows", async ({
  as,
  registry: _,
}) => {
  const { credentials, name } = await otherTenant();
  const page = await as(credentials);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const shell = new Shell(tmpdir(), {});
  await visit(page, "/");
  const steps = page.getByRole("region", { name: `Set up ${name}` });
  const step = (title: RegExp) => steps.getByRole("listitem").filter({ hasText: title });
  try {
    await test.step("1: a service and its token, made on the spot", async () => {
      await steps.getByLabel("Short name").fill("first-service");
      await steps.getByLabel("Owning team").fill("platform");
      await steps.getByRole("button", { name: "Add the service" }).click();
      await steps.getByLabel("Your password").fill(credentials.password);
      await steps.getByRole("button", { name: "Create its token" }).click();
      await expect(step(/^1\. Connect/)).toContainText("Done");
      expect(await run("connection command")).toEqual({ code: 0, output: "" });
    });

    await test.step("2: a readiness run", async () => {
      expect((await run("run command")).output).toContain('"overallPassed":true');
      await expect(step(/^2\. Send/)).toContainText("Done");
    });

    await test.step("3: the gate's answer", async () => {
      expect((await run("gate command")).output).toContain('"verdict":"reject"');
      await expect(step(/^3\. Ask/)).toContainText("Done");
      await expect(steps).toContainText("NO-GO");
    });
  } finally {
    shell.close();
  }

  await steps.getByRole("link", { name: "Open the release" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1.0.0");

  async function run(label: string): Promise<{ code: number; output: string }> {
    const command = await copied(page, label);
    return shell.run(`{ ${command}\n}`);
  }
});

async function copied(page: Page, label: string): Promise<string> {
  await page.getByRole("button", { name: `Copy ${label}` }).click();
  await expect(page.getByText(`Copied ${label}`)).toBeAttached();
  return page.evaluate(() => navigator.clipboard.readText());
}
