import { Badge } from "@/components/ui/badge";
import type { Suite } from "@/lib/core/scorecard/model";

/** What the suites themselves complain about, and every named finding. */
export function SuiteNotes({ suites }: { suites: Suite[] }) {
  const violations = suites.flatMap(({ name, violations: texts }) => texts.map((text) => ({ name, text })));
  const findings = suites.flatMap((suite) => suite.findings);
  if (violations.length === 0 && findings.length === 0) {
    return <p className="text-muted">No suite reports a violation or a finding.</p>;
  }
  return (
    <ul className="divide-y">
      {violations.map(({ name, text }) => (
        <li key={`${name}: ${text}`} className="py-1.5">
          <span className="font-medium">{name}</span> <span className="text-muted">·</span> {text}
        </li>
      ))}
      {findings.map(({ id, severity, title }) => (
        <li key={`${id} ${severity}`} className="flex flex-wrap items-baseline gap-x-2 py-1.5">
          <Badge>{severity}</Badge>
          <span className="break-all font-medium">{id}</span>
          {title && <span className="text-muted">{title}</span>}
        </li>
      ))}
    </ul>
  );
}
