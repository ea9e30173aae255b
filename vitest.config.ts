import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };
const integration = [
  "{db,app}/**/*.test.ts",
  "lib/{registry,web,auth,launch,telemetry,jobs,observability,testing}/**/*.test.ts",
  "cli/**/*.server.test.ts",
];

export default defineConfig({
  resolve: { alias },
  test: {
    // One a core: the default leaves one core idle.
    maxWorkers: "100%",
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
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
        resolve: { alias },
        test: {
          name: "integration",
          include: integration,
          globalSetup: ["lib/testing/global-setup.ts"],
          setupFiles: ["lib/testing/cheap-passwords.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
