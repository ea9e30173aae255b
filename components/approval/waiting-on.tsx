import { Instant } from "@/components/time/instant";
import { Section } from "@/components/ui/section";
import { Status } from "@/components/ui/status";
import type { ApprovalState } from "@/lib/core/approval/state";
import { Candidates } from "./candidates";

type WaitingOnProps = {
  approvals: ApprovalState;
  /** Since when signatures are awaited; null where there is nothing to sign yet. */
  since: string | null;
  now: string;
};

/** Who has to sign, who has, and on whom the release waits since when. */
export function WaitingOn({ approvals, since, now }: WaitingOnProps) {
  const { required, covered, missing, rejections, ignored } = approvals;
  return (
    <Section title={missing.length > 0 || rejections.length > 0 ? "Waiting on" : "Signed by"} id="waiting-on">
      {required.length === 0 && <p className="text-muted">No role has to sign here.</p>}
      <ul className="divide-y border-y">
        {rejections.map(({ personId, name, role, reason, signedAt }) => (
          <li key={`reject ${personId} ${role}`} className="py-2">
            <Status tone="no-go" label="Rejected" size="sm" /> by {name} as {role}, <Instant at={signedAt} now={now} />
            {reason && <p className="text-sm [overflow-wrap:anywhere]">“{reason}”</p>}
          </li>
        ))}
        {missing.map(({ role, candidates }) => (
          <li key={role} className="py-2">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">{role}</span>
              {since ? <Instant at={since} now={now} prefix="since" className="text-muted text-sm" /> : null}
            </p>
            <Candidates candidates={candidates} now={now} />
          </li>
        ))}
        {covered.map(({ role, name, onBehalfOf, signedAt }) => (
          <li key={role} className="flex flex-wrap items-center justify-between gap-x-3 py-2">
            <span>
              <span className="font-medium">{role}</span>{" "}
              <span className="text-muted text-sm">{onBehalfOf ? `${name} on behalf of ${onBehalfOf}` : name}</span>
            </span>
            <span className="flex items-center gap-2 text-sm">
              <Status tone="go" label="Signed" size="sm" />
              <Instant at={signedAt} now={now} className="text-muted" />
            </span>
          </li>
        ))}
      </ul>
      {ignored.map(({ name, why }) => (
        <p key={`${name} ${why}`} className="mt-1.5 text-muted text-sm">
          The signature of {name} does not count: {why}.
        </p>
      ))}
    </Section>
  );
}
