import { Instant } from "@/components/time/instant";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import { TextLink } from "@/components/ui/text-link";
import { wallText } from "@/lib/core/calendar/wall";
import type { FreezeView, OverrideView } from "@/lib/registry/gate/freeze-view";
import type { Action } from "@/lib/web/action";
import { OverrideFreezeDialog } from "./override-freeze-dialog";
import type { OverrideAction } from "./override-freeze-form";
import { RevokeOverrideDialog } from "./revoke-override-dialog";

type FreezePanelProps = {
  releaseId: string;
  freezes: readonly FreezeView[];
  now: string;
  overrideAction: OverrideAction;
  revokeAction: Action<unknown>;
};

/** The freezes that are in force for this release: until when, who lets it through all the same, and the way to do so. */
export function FreezePanel({ releaseId, freezes, now, overrideAction, revokeAction }: FreezePanelProps) {
  if (freezes.length === 0) return null;
  return (
    <Section title={freezes.length === 1 ? "Freeze in force" : "Freezes in force"}>
      <ul className="divide-y border-y">
        {freezes.map((freeze) => (
          <li key={freeze.calendarId} className="grid gap-1 py-2.5 [overflow-wrap:anywhere]">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <TextLink href={`/settings/calendars#${freeze.calendarId}`}>{freeze.name}</TextLink>
              {freeze.overrides.length > 0 ? (
                <Status tone="waiver" label="Overridden for this release" size="sm" />
              ) : (
                <Status tone="no-go" label="Holds this release up" size="sm" />
              )}
            </p>
            <p className="text-sm">
              {freeze.reason} Ends {wallText(new Date(freeze.endsAt), freeze.timeZone)},{" "}
              <Instant at={freeze.endsAt} now={now} className="text-muted" />.
            </p>
            {freeze.overrides.map((override) => (
              <Override
                key={override.id}
                override={override}
                now={now}
                revokeAction={freeze.mayRevoke ? revokeAction : null}
              />
            ))}
            {freeze.overrides.length === 0 && (
              <Way freeze={freeze} releaseId={releaseId} now={now} action={overrideAction} />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type OverrideProps = { override: OverrideView; now: string; revokeAction: Action<unknown> | null };

function Override({ override, now, revokeAction }: OverrideProps) {
  const { by, role, reason, expiresAt } = override;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <p className="min-w-0 text-sm">
        Overridden by {by}
        {role && ` as ${role}`}: {reason} <Instant at={expiresAt} now={now} prefix="Expires" className="text-muted" />
      </p>
      {revokeAction && <RevokeOverrideDialog override={override} action={revokeAction} />}
    </div>
  );
}

type WayProps = { freeze: FreezeView; releaseId: string; now: string; action: OverrideAction };

function Way({ freeze, ...rest }: WayProps) {
  if (freeze.bar !== null) return <p className="text-muted text-sm">You cannot override it: {freeze.bar}</p>;
  return <OverrideFreezeDialog freeze={freeze} {...rest} />;
}
