/** Imports point inwards: app, cli -> lib/web, lib/auth -> lib/registry -> lib/core; db -> lib/core. */
const test = "\\.test\\.tsx?$";
const packages = "node_modules|^node:";
const only = (name, from, ...to) => ({
  name,
  severity: "error",
  from: { path: from, pathNot: test },
  to: { pathNot: to, dependencyTypesNot: ["type-only", "core"] },
});
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, dependencyTypesNot: ["type-only"] } },
    {
      name: "core-is-pure",
      severity: "error",
      from: { path: "^lib/core/", pathNot: test },
      to: {
        pathNot: ["^lib/core/", "node_modules/(zod|canonicalize|jsonc-parser|temporal-polyfill)/", "^(node:)?crypto$"],
      },
    },
    {
      ...only("db-knows-core", "^db/", "^db/", "^lib/core/", "^lib/env", packages),
      from: { path: "^db/", pathNot: [test, "^db/seed/"] },
    },
    only("seed-goes-through-commands", "^db/seed/", "^db/", "^lib/core/", "^lib/registry/", "^lib/auth/", packages),
    only(
      "registry-owns-writes",
      "^lib/registry/",
      "^lib/registry/",
      "^lib/core/",
      "^lib/observability/",
      "^db/(?!seed/)",
      packages,
    ),
    only("integrations-are-leaves", "^lib/integrations/", "^lib/integrations/", "^lib/core/", "^lib/env", packages),
    only("components-are-server-free", "^components/", "^components/", "^lib/core/", packages),
    only(
      "app-never-sees-db",
      "^app/",
      "^app/",
      "^components/",
      "^lib/core/",
      "^lib/(registry|web|auth|telemetry|observability|env)",
      packages,
    ),
    {
      name: "cli-reaches-core-only",
      severity: "error",
      from: { path: "^cli/", pathNot: test },
      to: { path: "^(db|app|components)/|^lib/(?!core/)", reachable: true },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^\\.next/" },
  },
};
