import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { BUNDLING } from "../build";

const CLI = fileURLToPath(new URL("..", import.meta.url));

/** A program of these lines, whose imports start at `cli/`, as one file that Node runs. */
export async function bundleProgram(contents: string, outfile: string): Promise<string> {
  await build({ ...BUNDLING, stdin: { contents, resolveDir: CLI, loader: "ts" }, outfile });
  return outfile;
}
