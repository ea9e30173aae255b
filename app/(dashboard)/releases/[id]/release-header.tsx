import { FileCheck } from "lucide-react";
import { RecordDecisionButton } from "@/components/gate/record-decision-button";
import { StageStatus } from "@/components/release/stage-status";
import { Instant } from "@/components/time/instant";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Digest } from "@/components/ui/digest";
import { PageHeader } from "@/components/ui/page-header";
import { type Actor, can } from "@/lib/core/access";
import { isSettled } from "@/lib/core/gate/standing";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { recordDecisionAction } from "./actions";

export function ReleaseHeader({ release, actor }: { release: ReleaseDetail; actor: Actor }) {
  const { service, serviceName, version, environmentName, commit, createdBy, createdAt, now } = release;
  return (
    <PageHeader
      title={`${serviceName} ${version}`}
      breadcrumb={[
        { href: "/releases", label: "Releases" },
        { href: `/releases?service=${service}`, label: service },
      ]}
      aside={
        <Badge>
          <StageStatus stage={release.stage} status={release.stageStatus} />
        </Badge>
      }
      description={
        <>
          To {environmentName} · commit <Digest value={commit} length={10} what="commit" /> · created by {createdBy}{" "}
          <Instant at={createdAt} now={now} />
        </>
      }
      actions={
        <>
          <ButtonLink href={`/releases/${release.id}/evidence-pack`}>
            <FileCheck aria-hidden />
            Evidence pack
          </ButtonLink>
          {!isSettled(release.stage) && can(actor, "gate:evaluate") && (
            <RecordDecisionButton releaseId={release.id} action={recordDecisionAction} />
          )}
        </>
      }
    />
  );
}
