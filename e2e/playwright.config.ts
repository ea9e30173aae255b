import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { launchOptions } from "./browser";

const project = path.resolve(import.meta.dirname, "..");

export default defineConfig({
  testDir: ".",
  outputDir: path.join(project, "test-results"),
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["junit", { outputFile: path.join(project, process.env.E2E_REPORT ?? "reports/e2e.xml") }]],
  use: {
    baseURL: process.env.E2E_BASE_URL,
    locale: "en-GB",
    timezoneId: "UTC",
    // Recording a trace costs a third of a journey's time: E2E_TRACE=1 asks for it when one fails.
    trace: process.env.E2E_TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: launchOptions(),
  },
  projects: [
    { name: "chromium", testIgnore: "tour.spec.ts", use: { ...devices["Desktop Chrome"] } },
    { name: "tour", testMatch: "tour.spec.ts", use: { ...devices["Desktop Chrome"] } },
  ],
});
