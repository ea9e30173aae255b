import { Instant } from "@/components/time/instant";
import { Alert } from "@/components/ui/alert";
import { TextLink } from "@/components/ui/text-link";
import type { LedgerVerification } from "@/lib/registry/ledger/verify";

/** What recomputing the whole ledger came to; names the first problem. */
export function Verification({ result }: { result: LedgerVerification }) {
  const { finding, size, head, at } = result;
  const when = <Instant at={at} now={at} style="exact" />;
  if (finding) {
    return (
      <Alert tone="no-go" title="The ledger does not verify" live>
        <p>
          Entry <TextLink href={`/registry/${finding.index}`}>{finding.index}</TextLink>: {finding.problem}. Everything
          from there on is in doubt; compare with a backup or a checkpoint that left this database.
        </p>
        <p className="mt-1 text-muted text-sm">Checked {when}</p>
      </Alert>
    );
  }
  if (size === 0) return <Alert tone="unknown" title="The ledger is empty: there is nothing to verify" live />;
  return (
    <Alert tone="go" title={`${size} ${size === 1 ? "entry" : "entries"} verified`} live>
      <p>
        Head <code className="break-all text-sm">{head}</code>
      </p>
      <p className="mt-1 text-muted text-sm">
        Every body matches its hash and every hash follows from those before it. Checked {when}
      </p>
    </Alert>
  );
}
