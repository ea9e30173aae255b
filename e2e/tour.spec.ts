import { TOKEN_VERBS } from "@/lib/core/access";
import { expect, test } from "./fixtures";
import { guideCommands, projectFolder } from "./support/guide";
import { otherTenant } from "./support/registry";
import { addPersonOn, addServiceOn, createTokenOn } from "./support/settings";
import { Shell } from "./support/shell";
import { type Account, baseUrl } from "./support/stage";
import { visit } from "./support/visit";

const SIGNERS = [
  { name: "Tour Board", role: "change-board" },
  { name: "Tour Sre", role: "sre-on-call" },
  { name: "Tour Owner", role: "product-owner" },
] as const;

test("the README's tour releases this project with its own evidence, command by command", async ({
  as,
  onRelease,
  registry: _,
}) => {
  test.setTimeout(240_000);
  const { credentials } = await otherTenant();
  const admin = await as(credentials);
  await addServiceOn(admin, "readiness", "Readiness");
  const domain = credentials.email.split("@")[1];
  const people: Account[] = [];
  for (const { name, role } of SIGNERS) people.push(await addPersonOn(admin, name, `${role}@${domain}`, role));
  const token = await createTokenOn(admin, "tour", TOKEN_VERBS, credentials.password);

  const shell = new Shell(projectFolder, { GITHUB_STEP_SUMMARY: "", GITHUB_ACTIONS: "" });
  const commands = guideCommands("README.md", "tour");
  expect(commands.filter(({ text }) => text.startsWith("npx readiness gate")).map(({ exits }) => exits)).toEqual([
    1, 1, 0,
  ]);
  try {
    for (const { text, exits } of commands) {
      await test.step(text.slice(0, 80), async () => {
        if (text.includes("--decision-file")) await signAll();
        const { code, output } = await shell.run(own(text));
        expect(code, `${text}\n${output}`).toBe(exits);
      });
    }
  } finally {
    shell.close();
  }

  /** The guide's address and token are placeholders. */
  function own(text: string): string {
    return text.replace("http://localhost:3000", baseUrl()).replace(/READINESS_TOKEN=\S+/, `READINESS_TOKEN=${token}`);
  }

  async function signAll(): Promise<void> {
    await visit(admin, "/releases");
    const link = admin.getByRole("link", { name: /^\d{4}\.\d{2}\.\d{2}-\d{4}$/ }).first();
    const id = (await link.getAttribute("href"))?.split("/").at(-1) ?? "";
    for (const person of people) {
      const release = await onRelease(person, id);
      await release.expectVerdict("NO-GO");
      await release.sign();
    }
  }
});
