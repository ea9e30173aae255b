import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { CodeSnippet } from "@/components/ui/code-snippet";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Field } from "@/lib/web/openapi/fields";
import { isNamed, type OperationReference } from "@/lib/web/openapi/reference";
import { FieldTable } from "./field-table";
import { Prose } from "./prose";

/** One method of one address: what it takes, what it answers, and how to call it. */
export function OperationSection({ operation }: { operation: OperationReference }) {
  const { id, method, path, summary, description, parameters, body, answer, problems, curl } = operation;
  return (
    <Section title={summary} id={id} description={<Prose text={description} />} className="mt-12 scroll-mt-4">
      <p className="mb-3 flex flex-wrap items-center gap-2">
        <Badge tone="accent">{method}</Badge>
        <code className="break-all">{path}</code>
      </p>
      {parameters.length > 0 && (
        <Part title="Parameters">
          <FieldTable
            caption={`Parameters of ${method} ${path}`}
            fields={parameters.map((each) => ({ ...each, path: `${each.path} (${each.in})` }))}
          />
        </Part>
      )}
      {body && (
        <Part title="Body">
          <Shape what={`Body of ${method} ${path}`} shape={body} />
        </Part>
      )}
      <Part title={`Answer ${answer.status}`}>
        <Shape what={`Answer of ${method} ${path}`} shape={answer} />
      </Part>
      <p className="my-3 text-muted text-sm">
        Problems: {problems.map(({ status }) => status).join(", ")}, see <TextLink href="#problems">Problems</TextLink>.
      </p>
      <CodeSnippet code={curl} label={`curl for ${method} ${path}`} />
    </Section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mb-4">
      <h3 className="mb-1 font-semibold text-sm">{title}</h3>
      {children}
    </div>
  );
}

function Shape({ what, shape: { name, fields } }: { what: string; shape: { name: string; fields: Field[] } }) {
  if (!isNamed(name)) return <FieldTable caption={what} fields={fields} />;
  return (
    <p>
      <code>{name}</code>, described under <TextLink href="#documents">Documents</TextLink>.
    </p>
  );
}
