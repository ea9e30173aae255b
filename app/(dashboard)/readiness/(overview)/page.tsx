import type { Metadata } from "next";
import { ExportLinks } from "@/components/page/export-links";
import { Streamed } from "@/components/page/streamed";
import { periodText } from "@/components/readiness/scope-text";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { TableSkeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { pageViewer } from "@/lib/auth/page-actor";
import { listReleases } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";
import { hrefOf, type SearchParams } from "@/lib/web/search-params";
import { READINESS_PATH, type ReadinessQuery, readinessHref, readReadinessQuery, scopeOf } from "../query";
import { type ScopeChoices, scopeChoices } from "../scope-filters";
import { breadcrumbOf, titleOf } from "../scope-path";
import { ReadinessFilters } from "./readiness-filters";
import { ReadinessSections } from "./sections";
import { TenantsPart } from "./tenants-part";

export const metadata: Metadata = { title: "Readiness" };

export default async function ReadinessPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ actor, memberships }, query] = await Promise.all([pageViewer(), readReadinessQuery(searchParams)]);
  const [offered, newest] = await Promise.all([scopeChoices(actor), load(listReleases(actor, {}, { size: 1 }))]);
  const unknown = unknownIn(query, offered);
  const isEmpty = newest.ok && newest.data.items.length === 0;
  return (
    <>
      <PageHeader
        title={titleOf(query)}
        description={periodText(query.period, new Date())}
        breadcrumb={breadcrumbOf(query)}
        actions={
          <>
            <TextLink href={hrefOf("/readiness/report", { service: query.service, environment: query.environment })}>
              Weekly report
            </TextLink>
            <ExportLinks what="these numbers" href={hrefOf(`${READINESS_PATH}/export`, scopeOf(query))} />
          </>
        }
      />
      <ReadinessFilters query={query} offered={offered} />
      {unknown && <NoMatch title={unknown} clearHref={readinessHref({ period: query.period })} />}
      {!unknown && isEmpty && <Empty />}
      {!unknown && !isEmpty && <ReadinessSections actor={actor} query={query} services={offered.services.length} />}
      {memberships.length > 1 && (
        <Section title="Tenants" id="tenants" description="The same numbers of every tenant that you belong to.">
          <Streamed
            section={TenantsPart({ actor, query })}
            fallback={<TableSkeleton columns={6} rows={memberships.length} label="Loading tenants" />}
          />
        </Section>
      )}
    </>
  );
}

/** What the address names that does not exist; what could not be read is not held against it. */
function unknownIn({ service, environment }: ReadinessQuery, { services, environments }: ScopeChoices): string | null {
  const lacks = (list: { value: string }[], slug?: string) =>
    slug !== undefined && list.length > 0 && !list.some(({ value }) => value === slug);
  if (lacks(services, service)) return `There is no service ${service}`;
  return lacks(environments, environment) ? `There is no environment ${environment}` : null;
}

function Empty() {
  return (
    <NothingYet title="There is nothing to measure yet" action={<TextLink href="/">Set up the first service</TextLink>}>
      Numbers and trends appear with the first release and its first readiness run.
    </NothingYet>
  );
}
