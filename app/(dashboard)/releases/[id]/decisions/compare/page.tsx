import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CompareForm } from "@/components/gate/compare-form";
import { VerdictComparison } from "@/components/gate/verdict-comparison";
import { LoadFailure } from "@/components/page/load-failure";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { pageViewer } from "@/lib/auth/page-actor";
import { compareVerdicts } from "@/lib/core/gate/compare";
import { comparedDecisions } from "@/lib/registry/gate/compare";
import { load } from "@/lib/web/load";
import { readParams, type SearchParams } from "@/lib/web/search-params";
import { ComparedFacts } from "./compared-facts";

export const metadata: Metadata = { title: "Compare decisions" };

type ComparePageProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** Two recorded evaluations side by side: what had to change between a reject and an approve. */
export default async function CompareDecisionsPage({ params, searchParams }: ComparePageProps) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const { from, to } = await readParams(searchParams, ["from", "to"]);
  const path = `/releases/${id}/decisions/compare`;
  const found = await load(comparedDecisions(actor, id, { from, to }));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={path} />;
  const { pair, choices, release, now } = found.data;
  if (!pair && (from || to)) notFound();
  return (
    <>
      <PageHeader
        title="Compare decisions"
        description={`What changed between two recorded evaluations of ${release.name}.`}
        breadcrumb={[
          { href: "/releases", label: "Releases" },
          { href: `/releases/${id}`, label: release.version },
          { href: `/releases/${id}/decisions`, label: "Decisions" },
        ]}
      />
      {!pair && <p className="text-muted">It takes two recorded decisions to compare; this release has fewer.</p>}
      {pair && (
        <>
          <CompareForm path={path} choices={choices} from={pair.before.id} to={pair.after.id} />
          <Section title="What they rest on">
            <ComparedFacts releaseId={id} before={pair.before} after={pair.after} now={now} />
          </Section>
          <Section title="Checks that differ">
            <VerdictComparison changes={compareVerdicts(pair.before.verdict, pair.after.verdict)} />
          </Section>
        </>
      )}
    </>
  );
}
