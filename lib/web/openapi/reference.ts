import type { OpenApi, OperationObject } from "./document";
import { type Field, fieldsOf, typeOf } from "./fields";
import type { JsonSchema } from "./schemas";

export type OperationReference = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: (Field & { in: string })[];
  body: { name: string; fields: Field[] } | null;
  answer: { status: string; name: string; fields: Field[] };
  problems: { status: string; title: string }[];
  curl: string;
};
export type Reference = {
  title: string;
  description: string;
  operations: OperationReference[];
  /** Documents that operations name. */
  schemas: { name: string; fields: Field[] }[];
};

const JSON_TYPE = "application/json";

/** The OpenAPI document, laid out for reading. Page and Markdown are both made from this. */
export function referenceOf(document: OpenApi): Reference {
  const { schemas } = document.components;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      describeOperation(method.toUpperCase(), path, operation, schemas),
    ),
  );
  return {
    title: document.info.title,
    description: document.info.description,
    operations,
    schemas: Object.entries(schemas)
      .filter(([name]) => isNamed(name))
      .flatMap(([name, schema]) => formsOf(name, schema)),
  };
}

/** A document that is accepted in several forms is shown form by form. */
function formsOf(name: string, schema: JsonSchema): Reference["schemas"] {
  const forms = schema.anyOf ?? [];
  if (forms.length === 0) return [{ name, fields: fieldsOf(schema) }];
  return forms.map((form, index) => ({
    name: `${name}, form ${index + 1} of ${forms.length}`,
    fields: fieldsOf(form as JsonSchema),
  }));
}

/** Whether a document has a section of its own, or is shown where it is used. */
export const isNamed = (name: string): boolean => !/(Request|Answer)$/.test(name);

function describeOperation(
  method: string,
  path: string,
  operation: OperationObject,
  schemas: Record<string, JsonSchema>,
): OperationReference {
  const [status = "", done] = Object.entries(operation.responses).find(([code]) => code.startsWith("2")) ?? [];
  const content = operation.requestBody?.content[JSON_TYPE];
  const named = (schema: JsonSchema | undefined) => {
    const name = schema ? typeOf(schema) : "";
    return { name, fields: fieldsOf(schemas[name] ?? {}) };
  };
  return {
    id: operation.operationId,
    method,
    path,
    summary: operation.summary,
    description: operation.description ?? "",
    parameters: operation.parameters.map((each) => ({
      path: each.name,
      in: each.in,
      type: typeOf(each.schema),
      required: each.required,
      notes: each.description ?? each.schema.description ?? "",
    })),
    body: content ? named(content.schema) : null,
    answer: { status, ...(textAnswer(done?.content ?? {}) ?? named(done?.content[JSON_TYPE]?.schema)) },
    problems: Object.entries(operation.responses)
      .filter(([code]) => !code.startsWith("2"))
      .map(([code, { description }]) => ({ status: code, title: description })),
    curl: curlOf(method, `${path}${requiredQuery(operation)}`, content?.example),
  };
}

/** An answer that is no JSON has one member: all of it. */
function textAnswer(content: OperationObject["responses"][string]["content"]): OperationReference["body"] {
  const [type] = Object.keys(content).filter((each) => each !== JSON_TYPE);
  return type ? { name: "Answer", fields: [{ path: "body", type, required: true, notes: "" }] } : null;
}

/** `?service=$SERVICE`: without it the request is refused. */
function requiredQuery({ parameters }: OperationObject): string {
  const names = parameters.filter((each) => each.in === "query" && each.required).map(({ name }) => name);
  return names.map((name, index) => `${index === 0 ? "?" : "&"}${name}=$${name.toUpperCase()}`).join("");
}

function curlOf(method: string, path: string, example: unknown): string {
  const lines = [
    `curl${method === "GET" ? "" : ` -X ${method}`} "$READINESS_SERVER${path.replace("{id}", variableOf(path))}"`,
  ];
  lines.push('-H "Authorization: Bearer $READINESS_TOKEN"');
  if (method !== "GET") lines.push('-H "Idempotency-Key: $CI_JOB_ID"');
  if (example !== undefined) {
    lines.push(`-H "Content-Type: ${JSON_TYPE}"`, `-d '${JSON.stringify(example, null, 2)}'`);
  }
  return lines.join(" \\\n  ");
}

/** What the shell's variable in the address of one record is called. */
function variableOf(path: string): string {
  if (path.includes("/decisions/")) return "$DECISION";
  if (path.includes("/incidents/")) return "$INCIDENT";
  if (path.includes("/action-items/")) return "$ITEM";
  return path.includes("/deployment-requests/") ? "$REQUEST" : "$RELEASE";
}
