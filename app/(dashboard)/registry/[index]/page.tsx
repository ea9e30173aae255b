import type { Metadata } from "next";
import { EntryFacts } from "@/components/ledger/entry-facts";
import { LoadFailure } from "@/components/page/load-failure";
import { ButtonLink } from "@/components/ui/button";
import { CodeSnippet } from "@/components/ui/code-snippet";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { pageViewer } from "@/lib/auth/page-actor";
import { type EntryDetail, entryDetail } from "@/lib/registry/ledger/detail";
import { load } from "@/lib/web/load";
import { readParams, type SearchParams } from "@/lib/web/search-params";
import { VerificationSection } from "../verification-section";

export const metadata: Metadata = { title: "Ledger entry" };

type EntryPageProps = { params: Promise<{ index: string }>; searchParams: SearchParams };

export default async function EntryPage({ params, searchParams }: EntryPageProps) {
  const { actor } = await pageViewer();
  const { index } = await params;
  const { verify } = await readParams(searchParams, ["verify"]);
  const href = `/registry/${index}`;
  const found = await load(entryDetail(actor, index));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={href} />;
  const view = found.data;
  return (
    <>
      <PageHeader
        title={`Entry ${view.index}`}
        breadcrumb={[{ href: "/registry", label: "Registry" }]}
        actions={<Actions view={view} />}
      />
      {verify && <VerificationSection actor={actor} href={`${href}?verify=yes`} />}
      <EntryFacts view={view} />
      <Section
        title="Body"
        description="Stored in canonical form (RFC 8785); its members are set apart here for reading."
      >
        <CodeSnippet code={view.body ? JSON.stringify(view.body, null, 2) : view.text} label="entry body" />
      </Section>
    </>
  );
}

function Actions({ view: { index, size } }: { view: EntryDetail }) {
  return (
    <>
      {index > 0 && <ButtonLink href={`/registry/${index - 1}`}>Older entry</ButtonLink>}
      {index + 1 < size && <ButtonLink href={`/registry/${index + 1}`}>Newer entry</ButtonLink>}
      <ButtonLink href={`/registry/${index}?verify=yes`}>Verify the ledger</ButtonLink>
    </>
  );
}
