import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { apiFiles } from "@/lib/testing/http";
import { type Endpoint, METHODS } from "../endpoint";
import { openApiDocument } from "./document";
import { EXAMPLES } from "./examples";
import { markdownOf } from "./markdown";
import { OPERATIONS } from "./operations";
import { referenceOf } from "./reference";
import { openApiRoute } from "./route";

const document = openApiDocument();

it("the document names exactly the methods and addresses that the route files answer", async () => {
  const served = (await apiFiles()).flatMap(({ path, module }) =>
    METHODS.filter((method) => (module[method] as Endpoint).operation).map((method) => `${method} ${path}`),
  );
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.sort()).toEqual(served.sort());
});

it("every endpoint is served at the address that it says it has", async () => {
  for (const { path, module } of await apiFiles()) {
    for (const [method, handler] of Object.entries(module)) {
      const { operation } = handler as Endpoint;
      if (operation) expect([operation.method, operation.path]).toEqual([method, path]);
    }
  }
});

it("every reference leads somewhere", () => {
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? "");
  expect(references.length).toBeGreaterThan(20);
  for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name);
  expect(text).not.toMatch(/"\$(defs|id|schema)"/);
});

describe("each body's example", () => {
  const withBody = OPERATIONS.filter(({ body }) => body);
  it.each(withBody.map((each) => [each.id, each] as const))("of %s is one that is accepted", (id, { body }) => {
    expect(body?.safeParse(EXAMPLES[id]).error?.issues ?? []).toEqual([]);
  });
});

it("is served to anybody as it is", async () => {
  const response = await openApiRoute();
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(JSON.parse(JSON.stringify(document)));
});

it("docs/api.md is what the schemas say now; `npx tsx lib/web/openapi/write.ts` writes it", () => {
  expect(readFileSync("docs/api.md", "utf8")).toBe(markdownOf(referenceOf(document)));
});
