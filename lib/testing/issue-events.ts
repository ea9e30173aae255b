import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv, { type AnySchemaObject, type ValidateFunction } from "ajv";

// Read as files: as modules, these megabytes of JSON would be translated first.
const packaged = (name: string): unknown =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(name), "utf8"));
const examples = packaged("@octokit/webhooks-examples") as { name: string; examples: IssuePayload[] }[];
const schema = packaged("@octokit/webhooks-schemas") as AnySchemaObject;

export type IssuePayload = Record<string, unknown> & {
  action: string;
  issue: Record<string, unknown>;
  repository: Record<string, unknown>;
};

/** GitHub's `issues` events as they were recorded for its published schema. */
export function recordedIssueEvents(action?: string): IssuePayload[] {
  const events = examples.find(({ name }) => name === "issues");
  return (events?.examples ?? []).filter((each) => action === undefined || each.action === action);
}

let ajv: Ajv | undefined;

/** Checks against GitHub's published schema of the event of an action. */
export function issueSchema(action: string): ValidateFunction {
  ajv ??= new Ajv({ strict: false, validateFormats: false, schemas: { github: schema } });
  const found = ajv.getSchema(`github#/definitions/issues$${action}`);
  if (!found) throw new Error(`no schema of ${action}`);
  return found as ValidateFunction;
}

type Change = {
  /** Of which action the recorded event is. */
  from?: string;
  issue?: Record<string, unknown>;
  repository?: Record<string, unknown>;
};

/** The last recorded event of an action, with other values of its issue and repository. */
export function issueEvent(action: string, { from = action, issue = {}, repository = {} }: Change = {}): IssuePayload {
  const recorded = recordedIssueEvents(from).at(-1);
  if (!recorded) throw new Error(`nothing recorded of ${from}`);
  return {
    ...recorded,
    action,
    issue: { ...recorded.issue, ...issue },
    repository: { ...recorded.repository, ...repository },
  };
}
