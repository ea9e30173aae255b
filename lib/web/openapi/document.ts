import { z } from "zod";
import type { Operation } from "../endpoint";
import { PROBLEM_KINDS, type ProblemCode } from "../problem";
import { EXAMPLES } from "./examples";
import { OPERATIONS } from "./operations";
import { type Components, componentsOf, type JsonSchema, parameterSchema } from "./schemas";

export type Parameter = {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: JsonSchema;
};
type Content = Record<string, { schema: JsonSchema; example?: unknown }>;
export type OperationObject = {
  operationId: string;
  summary: string;
  description?: string;
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Content };
  responses: Record<string, { description: string; content: Content }>;
};
export type OpenApi = {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, OperationObject>>;
  components: { securitySchemes: Record<string, unknown>; schemas: Record<string, JsonSchema> };
};

const DESCRIPTION =
  "What a pipeline needs to bring a release through the gate. Requests carry an API token that an admin makes; a " +
  "token can never sign, waive or manage. Times are RFC 3339 with a zone, hashes `sha256:<64 hex>`. Errors are " +
  "problems (RFC 9457) that name each field. `GET /healthz` and `GET /readyz` need no token.";

/** The OpenAPI 3.1 document, made from the very schemas that read the requests. */
export function openApiDocument(operations: Operation[] = OPERATIONS): OpenApi {
  const components = componentsOf(operations);
  const paths: OpenApi["paths"] = {};
  for (const operation of operations) {
    const object = operationObject(operation, components);
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: object };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Readiness API", version: "1", description: DESCRIPTION },
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", bearerFormat: "rdy_<env>_<id>_<secret>_<crc>" } },
      schemas: components.schemas,
    },
  };
}

function operationObject(operation: Operation, components: Components): OperationObject {
  const body = components.bodyName(operation);
  const answer = contentOf(operation.answerType ?? "application/json", components.answerName(operation));
  return {
    operationId: operation.id,
    summary: operation.summary,
    description: [operation.description, needs(operation)].filter(Boolean).join(" "),
    security: operation.permissions.length > 0 ? [{ token: [] }] : [],
    parameters: parametersOf(operation),
    ...(body ? { requestBody: { required: true, content: exampled(body, EXAMPLES[operation.id]) } } : {}),
    responses: {
      [operation.answerStatus]: { description: "Done", content: answer },
      ...Object.fromEntries(problemsOf(operation).map(problemResponse)),
    },
  };
}

const needs = ({ permissions }: Operation) =>
  permissions.length > 0 ? `Needs a token that allows ${permissions.map((each) => `\`${each}\``).join(" or ")}.` : "";

const contentOf = (type: string, name: string): Content => ({
  [type]: { schema: { $ref: `#/components/schemas/${name}` } },
});

const exampled = (name: string, example: unknown): Content => ({
  "application/json": { schema: { $ref: `#/components/schemas/${name}` }, example },
});

function problemResponse(code: ProblemCode): [string, { description: string; content: Content }] {
  const { status, title } = PROBLEM_KINDS[code];
  return [String(status), { description: title, content: contentOf("application/problem+json", "Problem") }];
}

const isRequired = (schema: z.core.$ZodType): boolean => !z.safeParse(schema, undefined).success;

function problemsOf({ method, path, query, permissions }: Operation): ProblemCode[] {
  const asksForOne = path.includes("{") || Object.values(query?.shape ?? {}).some(isRequired);
  const names = asksForOne || method !== "GET" ? (["not_found"] as const) : [];
  const writes = method === "GET" ? [] : (["conflict", "too_large", "unsupported_media_type"] as const);
  const secured = permissions.length > 0 ? (["unauthenticated", "forbidden"] as const) : [];
  return ["invalid", ...secured, ...names, ...writes, "internal", "unavailable"];
}

function parametersOf({ method, path, query }: Operation): Parameter[] {
  const parameters: Parameter[] = [];
  if (path.includes("{id}")) {
    parameters.push({ name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } });
  }
  for (const [name, schema] of Object.entries(query?.shape ?? {})) {
    const converted = parameterSchema(schema);
    parameters.push({ name, in: "query", required: isRequired(schema), schema: converted });
  }
  if (method !== "GET") {
    const description = "The same key gets the same answer; with another request it is a conflict";
    const schema: JsonSchema = { type: "string", minLength: 1, maxLength: 200 };
    parameters.push({ name: "Idempotency-Key", in: "header", required: false, description, schema });
  }
  return parameters;
}
