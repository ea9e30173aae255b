import type { Metadata } from "next";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { DeadlineList } from "@/components/postmortem/deadline-list";
import { FactsView } from "@/components/postmortem/facts-view";
import { POSTMORTEM_WORDS } from "@/components/postmortem/words";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { SectionSkeleton, TableSkeleton, TextSkeleton } from "@/components/ui/skeleton";
import { Status } from "@/components/ui/status";
import { pageViewer } from "@/lib/auth/page-actor";
import type { PersonActor } from "@/lib/core/access";
import { CONTENT_FIELD_NAMES } from "@/lib/core/incident/postmortem/model";
import { postmortemView } from "@/lib/registry/postmortem/queries";
import type { PaperView, PostmortemView } from "@/lib/registry/postmortem/view";
import { load } from "@/lib/web/load";
import { DocumentSection } from "./document-section";
import { FieldHistorySection } from "./field-history-section";
import { NotBegun } from "./not-begun";
import { ReviewsSection } from "./reviews-section";
import { VersionsSection } from "./versions-section";

export const metadata: Metadata = { title: "Postmortem" };
type PostmortemPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ history?: string | string[] }>;
};

export default async function PostmortemPage({ params, searchParams }: PostmortemPageProps) {
  const { actor } = await pageViewer();
  const { id } = await params;
  const found = await load(postmortemView(actor, id));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={`/incidents/${id}`} />;
  const view = found.data;
  const { history } = await searchParams;
  const field = CONTENT_FIELD_NAMES.find((name) => name === history);
  return (
    <>
      <PageHeader
        title="Postmortem"
        description={`${view.incident.reference} ${view.incident.title}`}
        breadcrumb={[
          { href: "/incidents", label: "Incidents" },
          { href: `/incidents/${view.incident.id}`, label: view.incident.reference },
        ]}
        aside={<Status {...POSTMORTEM_WORDS[view.state]} pill />}
      />
      {view.deadlines && (
        <div className="mb-6 border-y py-3">
          <DeadlineList deadlines={view.deadlines} now={view.now} />
        </div>
      )}
      {view.paper ? (
        <Paper actor={actor} view={view} paper={view.paper}>
          {field && (
            <Streamed
              section={FieldHistorySection({ actor, incidentId: view.incident.id, field })}
              fallback={<TableSkeleton columns={2} label="Loading the earlier texts" />}
            />
          )}
        </Paper>
      ) : (
        <NotBegun actor={actor} view={view} />
      )}
    </>
  );
}

type PaperProps = { actor: PersonActor; view: PostmortemView; paper: PaperView; children: React.ReactNode };

/** The document beside what the incident says, who reviews it, and its versions. */
function Paper({ actor, view, paper, children }: PaperProps) {
  return (
    <div className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">
        <Streamed section={DocumentSection({ actor, view, paper })} fallback={<TextSkeleton lines={12} />} />
        {children}
      </div>
      <div className="min-w-0 max-lg:mt-8">
        <Section title="Times" description="Computed from the incident and its timeline.">
          <FactsView facts={paper.facts} now={view.now} />
        </Section>
        <Streamed
          section={ReviewsSection({ actor, view, paper })}
          fallback={<SectionSkeleton title="Review" columns={2} />}
        />
        <VersionsSection view={view} paper={paper} />
      </div>
    </div>
  );
}
