import { Instant } from "@/components/time/instant";
import { ExactTime } from "@/components/time/zone";
import { Alert } from "@/components/ui/alert";
import { Definition, DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import type { Narrowing, Shortening } from "@/lib/core/waiver/request";
import type { RequestDetail } from "@/lib/registry/waiver/request-detail";
import { Scope } from "./waiver-table";

export function RequestFacts({ view }: { view: RequestDetail }) {
  return (
    <>
      <Decision view={view} />
      <DefinitionList columns={3} className="mb-8">
        <Definition term="Applies to">
          <Scope waiver={view} />
        </Definition>
        <Definition term="Narrowed to">{view.finding ?? "nothing: the whole check"}</Definition>
        <Definition term="Wanted until">
          <Instant style="both" at={view.expiresAt} now={view.now} />
        </Definition>
        <Definition term="Check">
          <code className="text-sm">{view.checkId}</code>
        </Definition>
        <Definition term="Requested by">{view.requestedBy}</Definition>
        <Definition term="Requested">
          <Instant style="both" at={view.requestedAt} now={view.now} />
        </Definition>
        {view.extendsId && (
          <Definition term="Extends">
            <TextLink href={`/waivers/${view.extendsId}`}>the waiver that it is to replace</TextLink>
          </Definition>
        )}
      </DefinitionList>
    </>
  );
}

function Decision({ view: { standing, decided, differences, waiverId, now } }: { view: RequestDetail }) {
  if (standing === "lapsed") {
    return (
      <Alert tone="unknown" title="Nobody decided in time" className="mb-6">
        Its release has ended, or the time that was asked for has passed. It can no longer be granted.
      </Alert>
    );
  }
  if (!decided) return null;
  const when = <Instant at={decided.at} now={now} />;
  if (standing === "denied") {
    return (
      <Alert tone="no-go" title={`Denied by ${decided.by}`} className="mb-6">
        {decided.reason} ({when})
      </Alert>
    );
  }
  if (standing === "withdrawn") {
    return (
      <Alert tone="unknown" title={`Withdrawn by ${decided.by}`} className="mb-6">
        {decided.reason} {decided.reason ? <>({when})</> : when}
      </Alert>
    );
  }
  return (
    <Alert tone="go" title={`Granted by ${decided.by}`} className="mb-6">
      <TextLink href={`/waivers/${waiverId}`}>The waiver</TextLink> was granted {when}.
      <Differences differences={differences} />
    </Alert>
  );
}

/** In what less was granted than asked; nothing where it is the same. */
export function Differences({ differences }: { differences: readonly (Narrowing | Shortening)[] }) {
  if (differences.length === 0) return null;
  return (
    <ul className="mt-1 list-disc ps-5 text-sm [overflow-wrap:anywhere]">
      {differences.map((each) => (
        <li key={each.field}>
          {each.field === "finding" ? (
            `Asked for the whole check, granted for ${each.granted} alone`
          ) : (
            <>
              Asked until <ExactTime at={each.asked} />, granted until <ExactTime at={each.granted} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
