import { Badge } from "@/components/ui/badge";
import type { Finding, Suite } from "@/lib/core/scorecard/model";

const SEVERITIES: readonly Finding["severity"][] = ["critical", "high", "medium", "low"];
const SHOWN = 50;

/** Every named finding, the worst first; of very many, those that the gate cares for. */
export function Findings({ suites }: { suites: readonly Suite[] }) {
  const findings = suites
    .flatMap((suite) => suite.findings.map((finding) => ({ ...finding, suite: suite.name })))
    .sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
  if (findings.length === 0) return <p className="text-muted">No suite names a finding.</p>;
  return (
    <>
      <ul className="divide-y">
        {findings.slice(0, SHOWN).map(({ id, severity, title, suite }) => (
          <li key={`${suite} ${id}`} className="flex flex-wrap items-baseline gap-x-2 py-1.5">
            <Badge>{severity}</Badge>
            <span className="break-all font-medium">{id}</span>
            {title && <span className="text-muted">{title}</span>}
          </li>
        ))}
      </ul>
      {findings.length > SHOWN && (
        <p className="mt-2 text-muted text-sm">
          {findings.length - SHOWN} more, none of them worse, are in the document below.
        </p>
      )}
    </>
  );
}
