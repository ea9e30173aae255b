/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.READINESS_DIST_DIR ?? ".next",
  typedRoutes: true,
  poweredByHeader: false,
  // Arguments of server actions hold passwords, and a calendar feed's address its secret; development logs would print them.
  logging: { serverFunctions: false, incomingRequests: { ignore: [/^\/api\/v1\/calendar\//] } },
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "pg-boss", "pino", "@opentelemetry/sdk-node", "@opentelemetry/instrumentation-pg"],
};
export default config;
