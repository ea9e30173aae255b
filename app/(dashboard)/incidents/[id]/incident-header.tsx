import { IncidentStatus, SeverityMark } from "@/components/incident/incident-status";
import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { IncidentDetail } from "@/lib/registry/incident/view";

export function IncidentHeader({ incident }: { incident: IncidentDetail }) {
  const { reference, title, severity, state, services, declaredBy, declaredAt, now } = incident;
  return (
    <>
      <PageHeader
        title={
          <span className="[overflow-wrap:anywhere]">
            <span className="text-muted">{reference}</span> {title}
          </span>
        }
        breadcrumb={[{ href: "/incidents", label: "Incidents" }]}
        aside={
          <span className="flex items-center gap-3">
            <SeverityMark severity={severity} pill />
            <IncidentStatus state={state} size="md" />
          </span>
        }
        description={
          <>
            {services.join(", ")} · declared by {declaredBy} <Instant at={declaredAt} now={now} />
          </>
        }
      />
      <Merged incident={incident} />
    </>
  );
}

/** A duplicate leads to the incident that goes on, and that one to its duplicates. */
function Merged({ incident: { mergedInto, duplicates } }: { incident: IncidentDetail }) {
  if (mergedInto) {
    return (
      <Alert
        tone="info"
        className="mb-4"
        title={`Merged into ${mergedInto.reference}`}
        actions={<TextLink href={`/incidents/${mergedInto.id}`}>Open {mergedInto.reference}</TextLink>}
      >
        It is a duplicate. What happens is told there.
      </Alert>
    );
  }
  if (duplicates.length === 0) return null;
  return (
    <p className="mb-4 text-sm">
      <span className="text-muted">Duplicates:</span>{" "}
      {duplicates.map(({ id, reference, title }) => (
        <TextLink key={id} href={`/incidents/${id}`} className="me-3">
          {reference} {title}
        </TextLink>
      ))}
    </p>
  );
}
