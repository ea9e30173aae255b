import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import type { WaiverDetail } from "@/lib/registry/waiver/detail";
import { Scope } from "./waiver-table";

export function WaiverFacts({ view }: { view: WaiverDetail }) {
  return (
    <>
      {view.revoked && (
        <Alert tone="no-go" title={`Revoked by ${view.revoked.by}`} className="mb-6">
          {view.revoked.reason} (<Instant at={view.revoked.at} now={view.now} />)
        </Alert>
      )}
      <DefinitionList columns={3} className="mb-8">
        <Definition term="Applies to">
          <Scope waiver={view} />
        </Definition>
        <Definition term="Narrowed to">{view.finding ?? "nothing: the whole check"}</Definition>
        <Definition term={view.state === "valid" ? "Expires" : "Expiry"}>
          <Instant style="both" at={view.expiresAt} now={view.now} />
        </Definition>
        <Definition term="Check">
          <code className="text-sm">{view.checkId}</code>
        </Definition>
        <Definition term="Granted by">
          {view.grantedBy}
          <span className="block wrap-anywhere text-muted text-sm">{view.grantedByEmail}</span>
        </Definition>
        <Definition term="In the role">{view.grantedRole}</Definition>
        <Definition term="Granted">
          <Instant style="both" at={view.grantedAt} now={view.now} />
        </Definition>
      </DefinitionList>
    </>
  );
}
