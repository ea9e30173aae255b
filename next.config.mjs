/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.READINESS_DIST_DIR ?? ".next",
  typedRoutes: true,
  poweredByHeader: false,
  // Arguments of server actions hold passwords; development logs would print them.
  logging: { serverFunctions: false },
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "pg-boss", "pino", "@opentelemetry/sdk-node", "@opentelemetry/instrumentation-pg"],
};
export default config;
