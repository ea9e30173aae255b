import { PROBLEM_KINDS } from "../problem";
import type { Field } from "./fields";
import { isNamed, type OperationReference, type Reference } from "./reference";

/** The reference as one Markdown page. */
export function markdownOf(reference: Reference): string {
  const parts = [
    `# ${reference.title}`,
    "<!-- Written by `npx tsx lib/web/openapi/write.ts` from the schemas that read the requests; edit those. -->",
    reference.description,
    "The same as a document for programs: `GET /api/v1/openapi.json`.",
    ...reference.operations.flatMap(operation),
    "## Documents",
    ...reference.schemas.flatMap(({ name, fields }) => [`### ${name}`, table(fields)]),
    "## Problems",
    problems(),
  ];
  return `${parts.join("\n\n")}\n`;
}

function operation(each: OperationReference): string[] {
  const { method, path, summary, description, parameters, body, answer, curl } = each;
  const problemList = each.problems.map(({ status }) => status).join(", ");
  return [
    `## ${summary}`,
    `\`${method} ${path}\``,
    description,
    ...(parameters.length > 0
      ? [table(parameters.map((item) => ({ ...item, path: `${item.path} (${item.in})` })))]
      : []),
    ...(body ? shape("Body", body) : []),
    ...shape(`Answer ${answer.status}`, answer),
    `Problems: ${problemList}`,
    `\`\`\`sh\n${curl}\n\`\`\``,
  ];
}

/** Documents with a section of their own are named, not repeated. */
function shape(what: string, { name, fields }: { name: string; fields: Field[] }): string[] {
  return isNamed(name) ? [`${what}: ${name}, described under [Documents](#documents).`] : [`${what}:`, table(fields)];
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const code = (text: string): string => (text ? `\`${cell(text)}\`` : "");

function table(fields: Field[]): string {
  const rows = fields.map(({ path, type, required, notes }) => {
    return `| ${code(path)} | ${code(type)} | ${required ? "yes" : ""} | ${cell(notes)} |`;
  });
  return ["| Name | Type | Required | Notes |", "|---|---|---|---|", ...rows].join("\n");
}

function problems(): string {
  const rows = Object.entries(PROBLEM_KINDS).map(
    ([name, { status, title }]) => `| ${status} | \`${name}\` | ${title} |`,
  );
  return ["| Status | Code | Meaning |", "|---|---|---|", ...rows].join("\n");
}
