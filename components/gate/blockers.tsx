import { Workflow } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Section } from "@/components/ui/section";
import type { Fix, Verdict } from "@/lib/core/gate/verdict";
import { withTimes } from "./measure";
import { RequestNote, type RequestOfCheck } from "./request-note";

export type Reader = { name: string; roles: readonly string[] };

/** Whether the reader is one of those who can do it now. */
function isYours({ owner, people }: Fix, reader: Reader): boolean {
  return people.includes(reader.name) && reader.roles.includes(owner);
}

/** Yours first, then what other people can do, then what a pipeline has to do. */
function byReach(fixes: readonly Fix[], reader: Reader): Fix[] {
  const rank = (fix: Fix) => (isYours(fix, reader) ? 0 : fix.people.length > 0 ? 1 : fix.owner === "pipeline" ? 3 : 2);
  return fixes.toSorted((one, other) => rank(one) - rank(other) || one.owner.localeCompare(other.owner));
}

/** Without a reader nothing is marked as theirs: a past decision asks nobody any more. */
type BlockersProps = {
  verdict: Verdict;
  reader?: Reader;
  title?: string;
  /** Waivers that somebody has asked for, shown at what they would clear. */
  requests?: readonly RequestOfCheck[];
  now?: string;
};

const NOBODY: Reader = { name: "", roles: [] };

/** The smallest set of things that would unblock the release, ordered by who can clear them. */
export function Blockers(props: BlockersProps) {
  const { verdict, reader = NOBODY, title = "What would unblock it", requests = [], now = verdict.at } = props;
  if (verdict.verdict === "approve") return null;
  const titles = new Map(verdict.checks.map(({ id, title }) => [id, title]));
  return (
    <Section title={title} count={verdict.fixes.length || undefined}>
      {verdict.fixes.length === 0 ? (
        <p className="text-muted">Nothing that anybody can do here is known. The checks below say what is wrong.</p>
      ) : (
        <ol className="divide-y border-y">
          {byReach(verdict.fixes, reader).map((fix) => (
            <li key={`${fix.owner} ${fix.action}`} className="py-2.5">
              <p className="[overflow-wrap:anywhere]">{withTimes(fix.action)}</p>
              <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-sm">
                <Who fix={fix} yours={isYours(fix, reader)} />
                <span>clears {fix.clears.map((id) => titles.get(id) ?? id).join(", ")}</span>
              </p>
              {requestsFor(fix, requests).map((request) => (
                <RequestNote key={request.id} request={request} now={now} />
              ))}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

/** The requests that the fix would settle: it clears their check and is nobody's but an approver's to do. */
function requestsFor({ clears, owner }: Fix, requests: readonly RequestOfCheck[]): RequestOfCheck[] {
  if (owner === "pipeline") return [];
  const cleared: readonly string[] = clears;
  return requests.filter(({ checkId }) => cleared.includes(checkId));
}

function Who({ fix, yours }: { fix: Fix; yours: boolean }) {
  if (fix.owner === "pipeline") {
    return (
      <Badge className="gap-1">
        <Workflow aria-hidden className="size-3" />
        pipeline
      </Badge>
    );
  }
  return (
    <>
      {yours && <Badge tone="accent">You</Badge>}
      <Badge>{fix.owner}</Badge>
      <span>{fix.people.length > 0 ? fix.people.join(", ") : "nobody holds this role who may do it"}</span>
    </>
  );
}
