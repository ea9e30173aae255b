import { durationText } from "@/components/time/format";
import { Instant } from "@/components/time/instant";
import { Badge } from "@/components/ui/badge";
import { Details } from "@/components/ui/details";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { isOpen } from "@/lib/core/incident/model";
import type { IncidentDetail, Suspect } from "@/lib/registry/incident/view";
import type { Action } from "@/lib/web/action";
import { AttributeDialog } from "./attribute-dialog";

const SHOWN = 2;

type SuspectListProps = {
  incident: IncidentDetail;
  /** Null: the reader may not say what the cause is. */
  attribute: Action<unknown> | null;
};

/** Releases that may have caused it, the likeliest first, each with the way back and those who let it through. */
export function SuspectList({ incident, attribute }: SuspectListProps) {
  const lines = (suspects: readonly Suspect[]) => (
    <ul className="divide-y border-y">
      {suspects.map((suspect) => (
        <li key={suspect.releaseId} className="py-2">
          <SuspectLine suspect={suspect} incident={incident} attribute={attribute} />
        </li>
      ))}
    </ul>
  );
  const rest = incident.suspects.slice(SHOWN);
  return (
    <>
      {lines(incident.suspects.slice(0, SHOWN))}
      {rest.length > 0 && (
        <Details summary="Less likely" count={rest.length}>
          {lines(rest)}
        </Details>
      )}
    </>
  );
}

const MINUTE = 60_000;
const beforeText = (minutes: number): string =>
  `${minutes < 1 ? "under a minute" : durationText(minutes * MINUTE)} before it began`;

type SuspectLineProps = SuspectListProps & { suspect: Suspect };

function SuspectLine({ suspect, incident, attribute }: SuspectLineProps) {
  const { releaseId, service, version, environment, stage, rolledOutAt, minutesBefore, isCause } = suspect;
  return (
    <div className="grid gap-0.5">
      <div className="flex items-baseline justify-between gap-x-3">
        <p className="min-w-0 [overflow-wrap:anywhere]">
          <TextLink quiet href={`/releases/${releaseId}`}>
            {service} {version}
          </TextLink>{" "}
          {isCause && <Badge tone="accent">cause</Badge>}{" "}
          <span className="text-muted text-sm">
            {environment}, {stage.replaceAll("_", " ")},{" "}
            <Instant at={rolledOutAt} now={incident.now} text={beforeText(minutesBefore)} />
          </span>
        </p>
        {attribute && (
          <AttributeDialog
            incidentId={incident.id}
            releaseId={releaseId}
            release={`${service} ${version}`}
            isCause={isCause}
            action={attribute}
          />
        )}
      </div>
      <WayBack suspect={suspect} open={isOpen(incident.state)} />
      <Signatures suspect={suspect} />
    </div>
  );
}

const LONG_PLAN = 240;

type WayBackProps = { suspect: Suspect; open: boolean };

/** The plan, and while the incident is open the place where it is carried out. */
function WayBack({ suspect: { rollbackPlan, rollbackTo, releaseId }, open }: WayBackProps) {
  const back = open && (
    <TextLink href={`/releases/${releaseId}#stages`} className="whitespace-nowrap">
      Roll back
      {rollbackTo && (
        <span className={rollbackPlan?.includes(rollbackTo) ? "sr-only" : undefined}> to {rollbackTo}</span>
      )}
    </TextLink>
  );
  if (rollbackPlan === null) {
    return (
      <p className="flex flex-wrap gap-x-3 text-sm">
        <Status tone="waiver" label="No rollback plan" size="sm" /> {back}
      </p>
    );
  }
  if (rollbackPlan.length <= LONG_PLAN) {
    return (
      <p className="whitespace-pre-line text-sm [overflow-wrap:anywhere]">
        <span className="text-muted">Rollback plan:</span> {rollbackPlan} {back}
      </p>
    );
  }
  return (
    <div className="text-sm">
      <Details summary="Rollback plan">
        <p className="whitespace-pre-line [overflow-wrap:anywhere]">{rollbackPlan}</p>
      </Details>
      {back}
    </div>
  );
}

function Signatures({ suspect: { signatures } }: { suspect: Suspect }) {
  if (signatures.length === 0) return <p className="text-muted text-sm">Nobody signed it.</p>;
  const names = signatures.map(({ name, role, decision }) =>
    decision === "approve" ? `${name} (${role})` : `${name} (${role}) rejected it`,
  );
  return (
    <p className="text-sm [overflow-wrap:anywhere]">
      <span className="text-muted">Signed by</span> {names.join(", ")}
    </p>
  );
}
