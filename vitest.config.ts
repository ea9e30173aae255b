import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };
const resolve = { alias };
/** These register traces for the whole process, which cannot be taken back, or start and kill processes. */
const alone = ["lib/{observability,launch}/**/*.test.ts", "db/embedded/**/*.test.ts", "cli/**/*.server.test.ts"];
const onDatabase = {
  globalSetup: ["lib/testing/global-setup.ts"],
  setupFiles: ["lib/testing/cheap-passwords.ts"],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  resolve,
  test: {
    // One a core: the default leaves one core idle.
    maxWorkers: "100%",
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          // A worker keeps the modules that it has loaded: loading them anew for every file takes a third of the time.
          isolate: false,
          include: [
            "lib/core/**/*.test.ts",
            "cli/**/*.test.ts",
            "components/**/*.test.{ts,tsx}",
            "lib/integrations/**/*.test.ts",
          ],
          exclude: ["cli/**/*.server.test.ts", "node_modules/**"],
        },
      },
      {
        resolve,
        test: {
          name: "integration",
          ...onDatabase,
          isolate: false,
          include: ["{db,app}/**/*.test.ts", "lib/{registry,web,auth,jobs,testing}/**/*.test.ts"],
          exclude: [...alone, "node_modules/**"],
        },
      },
      { resolve, test: { name: "integration-alone", ...onDatabase, include: alone } },
    ],
  },
});
