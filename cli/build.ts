import { chmod } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { englishOnly, lazyBuiltins } from "./bundle-plugins";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** Some packages still `require` what Node brings along. */
const BANNER = `#!/usr/bin/env node
import { createRequire as readinessRequire } from "node:module";
const require = readinessRequire(import.meta.url);`;

export const BUNDLING = {
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  // The UMD form of a package requires its own files at run time; its module form can be bundled.
  mainFields: ["module", "main"],
  plugins: [lazyBuiltins, englishOnly],
  banner: { js: BANNER },
  logLevel: "warning",
} satisfies BuildOptions;

/** Bundles the command line program into one executable file that any Node from 20 on runs. */
export async function buildCli(outfile = `${ROOT}cli/dist/readiness.mjs`): Promise<string> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["cli/main.ts"],
    outfile,
    ...BUNDLING,
    minify: true,
    keepNames: true,
    legalComments: "eof",
  });
  await chmod(outfile, 0o755);
  return outfile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(await buildCli());
}
