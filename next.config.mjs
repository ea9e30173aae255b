/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.READINESS_DIST_DIR ?? ".next",
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "pino", "@opentelemetry/sdk-node", "@opentelemetry/instrumentation-pg"],
};
export default config;
