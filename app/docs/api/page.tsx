import type { Metadata } from "next";
import { Brand } from "@/components/shell/brand";
import { SkipLink } from "@/components/shell/skip-link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { ThemeToggle } from "@/components/ui/theme-toggle";
import { openApiDocument } from "@/lib/web/openapi/document";
import { type Reference, referenceOf } from "@/lib/web/openapi/reference";
import { PROBLEM_KINDS } from "@/lib/web/problem";
import { FieldTable } from "./field-table";
import { OperationSection } from "./operation-section";
import { Prose } from "./prose";

export const metadata: Metadata = { title: "API" };

export default function ApiPage() {
  const reference = referenceOf(openApiDocument());
  return (
    <div className="mx-auto max-w-5xl px-4 pt-3 pb-16">
      <SkipLink />
      <header className="mb-6 flex items-center justify-between">
        <Brand />
        <ThemeToggle />
      </header>
      <main id="main">
        <PageHeader title={reference.title} description={<Introduction text={reference.description} />} />
        <Contents reference={reference} />
        {reference.operations.map((operation) => (
          <OperationSection key={operation.id} operation={operation} />
        ))}
        <Documents reference={reference} />
        <Problems />
      </main>
    </div>
  );
}

function Introduction({ text }: { text: string }) {
  return (
    <>
      <Prose text={text} />{" "}
      <TextLink href="/api/v1/openapi.json">The same as an OpenAPI document for programs.</TextLink>
    </>
  );
}

function Contents({ reference }: { reference: Reference }) {
  return (
    <nav aria-label="On this page">
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {reference.operations.map(({ id, method, path, summary }) => (
          <li key={id} className="min-w-0 py-1">
            <TextLink href={`#${id}`}>{summary}</TextLink>
            <div className="break-all font-mono text-muted text-xs">
              {method} {path}
            </div>
          </li>
        ))}
        <li className="py-1">
          <TextLink href="#documents">Documents</TextLink>
        </li>
        <li className="py-1">
          <TextLink href="#problems">Problems</TextLink>
        </li>
      </ul>
    </nav>
  );
}

function Documents({ reference }: { reference: Reference }) {
  return (
    <Section title="Documents" id="documents" className="mt-12!">
      {reference.schemas.map(({ name, fields }) => (
        <div key={name} className="mb-6">
          <h3 className="mb-1 font-semibold">{name}</h3>
          <FieldTable caption={`Members of ${name}`} fields={fields} />
        </div>
      ))}
    </Section>
  );
}

function Problems() {
  return (
    <Section title="Problems" id="problems" description="Errors are application/problem+json (RFC 9457).">
      <Table caption="Kinds of problems">
        <THead>
          <Tr>
            <Th numeric>Status</Th>
            <Th>Code</Th>
            <Th>Meaning</Th>
          </Tr>
        </THead>
        <TBody>
          {Object.entries(PROBLEM_KINDS).map(([code, { status, title }]) => (
            <Tr key={code} id={`problem-${code}`} className="target:bg-accent-soft">
              <Td label="Status" numeric>
                {status}
              </Td>
              <Td label="Code" header>
                <code>{code}</code>
              </Td>
              <Td label="Meaning">{title}</Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </Section>
  );
}
