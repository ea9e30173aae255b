import { spawn } from "node:child_process";
import { chmod, lstat, readdir, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { processIo } from "../io";
import { bundleProgram } from "../testing/bundle";
import { Workspace } from "../testing/run";
import { writeJson, writeText } from "./write";

let workspace: Workspace;
beforeEach(async () => {
  workspace = await Workspace.with();
});
afterEach(() => workspace.remove());
const io = () => ({ ...processIo(), cwd: workspace.folder });

describe("writing a file replaces it as a whole", () => {
  it("a new file in a new folder, and nothing beside it", async () => {
    await writeJson(io(), "out/deep/report.json", { a: [1] });
    expect(await workspace.read("out/deep/report.json")).toBe('{\n  "a": [\n    1\n  ]\n}\n');
    expect(await readdir(join(workspace.folder, "out/deep"))).toEqual(["report.json"]);
  });

  it("whoever kills the writer finds the old content or the new one, and the next writer tidies up", async () => {
    const contents = `import { writeJson } from "./files/write"; import { processIo } from "./io";
      for (let turn = 0; ; turn += 1) {
        await writeJson(processIo(), "out/report.json", { turn, text: "x".repeat(300000), end: turn });
        if (turn === 0) console.log("ready");
      }`;
    const bundle = await bundleProgram(contents, join(workspace.folder, "writer.mjs"));
    for (let turn = 0; turn < 8; turn += 1) {
      const stdio: ["ignore", "pipe", "inherit"] = ["ignore", "pipe", "inherit"];
      const writer = spawn(process.execPath, [bundle], { cwd: workspace.folder, stdio });
      await new Promise((resolve) => writer.stdout.once("data", resolve));
      const ended = new Promise((resolve) => writer.once("exit", resolve));
      for (let spin = 0; spin < turn; spin += 1) await new Promise(setImmediate);
      writer.kill("SIGKILL");
      await ended;
      const written = (await workspace.json("out/report.json")) as { turn: number; end: number };
      expect(written.end).toBe(written.turn);
    }
    await workspace.write({ [`out/.report.json.${2 ** 22 + 5}.0123456789ab.tmp`]: "half" });
    await writeJson(io(), "out/report.json", "last");
    expect(await readdir(join(workspace.folder, "out"))).toEqual(["report.json"]);
  });

  it("many writers at once leave one whole file", async () => {
    await Promise.all(Array.from({ length: 20 }, (_, each) => writeJson(io(), "one.json", { each, same: each })));
    const written = (await workspace.json("one.json")) as { each: number; same: number };
    expect(written.each).toBe(written.same);
    expect(await readdir(workspace.folder)).toEqual(["one.json"]);
  });

  it("keeps a link a link and the file's permissions", async () => {
    await workspace.write({ "real.json": "old" });
    await chmod(join(workspace.folder, "real.json"), 0o600);
    await symlink("real.json", join(workspace.folder, "link.json"));
    await writeText(io(), "link.json", "new");
    expect((await lstat(join(workspace.folder, "link.json"))).isSymbolicLink()).toBe(true);
    expect(await workspace.read("real.json")).toBe("new");
    expect((await stat(join(workspace.folder, "real.json"))).mode & 0o777).toBe(0o600);
  });

  it("writes into a device instead of replacing it", async () => {
    await writeText(io(), "/dev/null", "gone");
    expect((await stat("/dev/null")).isCharacterDevice()).toBe(true);
  });

  it("says what is wrong with a folder", async () => {
    await workspace.write({ "folder/file": "" });
    await expect(writeText(io(), "folder", "x")).rejects.toThrow("folder: is a folder, not a file");
    await expect(writeText(io(), "folder/file/x", "x")).rejects.toThrow("folder/file/x:");
  });
});
