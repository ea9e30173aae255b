import { execFileSync } from "node:child_process";
import path from "node:path";
import { addPerson } from "@/lib/registry/person/add";
import { createService } from "@/lib/registry/service/create";
import { expect, test } from "./fixtures";
import { exampleProject } from "./support/example-project";
import { guideCommands, projectFolder } from "./support/guide";
import { otherTenant, tokenOf } from "./support/registry";
import { Shell } from "./support/shell";
import { baseUrl } from "./support/stage";

test.beforeAll(() => {
  execFileSync(process.execPath, ["--import", "tsx", "cli/build.ts"], { cwd: projectFolder, stdio: "ignore" });
});

for (const name of ["python", "node"]) {
  test(`the pipeline guide releases the ${name} project, command by command`, async ({ onRelease, registry: _ }) => {
    const { admin } = await otherTenant();
    await createService({ actor: admin }, { slug: "shop", name: "Shop", owner: "shop-team" });
    const signer = { name: "Remy Release", email: `remy@${admin.email.split("@")[1]}`, password: "" };
    const added = await addPerson({ actor: admin }, { ...pick(signer), roles: ["release-engineer"] });
    signer.password = added.password ?? "";
    const token = await tokenOf(admin);
    const project = exampleProject(name);
    const shell = new Shell(project.folder, {
      PATH: project.path,
      AUTOCANNON: path.join(projectFolder, "node_modules/.bin/autocannon"),
      BIOME: path.join(projectFolder, "node_modules/.bin/biome"),
      GITHUB_STEP_SUMMARY: "",
      GITHUB_ACTIONS: "",
      GITHUB_RUN_ID: "",
    });
    const commands = guideCommands("docs/pipelines.md", "guide");
    expect(commands.filter(({ text }) => text.startsWith("readiness gate")).map(({ exits }) => exits)).toEqual([1, 0]);
    try {
      for (const { text, exits } of commands) {
        await test.step(text.slice(0, 80), async () => {
          if (text.includes("--wait")) await sign();
          const { code, output } = await shell.run(own(text));
          expect(code, `${text}\n${output}`).toBe(exits);
        });
      }
    } finally {
      shell.close();
      project.remove();
    }

    /** The guide's address and token are placeholders. */
    function own(text: string): string {
      return text
        .replace("http://localhost:3000", baseUrl())
        .replace(/READINESS_TOKEN=\S+/, `READINESS_TOKEN=${token}`);
    }

    async function sign(): Promise<void> {
      const answer = await fetch(`${baseUrl()}/api/v1/releases?service=shop`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { items } = (await answer.json()) as { items: { id: string }[] };
      const release = await onRelease(signer, items[0]?.id ?? "");
      await release.expectVerdict("NO-GO");
      await release.sign();
    }
  });
}

const pick = ({ name, email }: { name: string; email: string }) => ({ name, email });
