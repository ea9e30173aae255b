import { Verification } from "@/components/ledger/verification";
import { LoadFailure } from "@/components/page/load-failure";
import { Streamed } from "@/components/page/streamed";
import { Alert } from "@/components/ui/alert";
import type { Actor } from "@/lib/core/access";
import { verifyLedger } from "@/lib/registry/ledger/verify";
import { load } from "@/lib/web/load";

/** Recomputes the ledger while the rest of the page is there already. `href` is this page, to try again. */
export function VerificationSection({ actor, href }: { actor: Actor; href: string }) {
  return (
    <div className="mb-6">
      <Streamed
        section={Verified({ actor, href })}
        fallback={<Alert tone="unknown" title="Recomputing every hash of the ledger…" live />}
      />
    </div>
  );
}

async function Verified({ actor, href }: { actor: Actor; href: string }) {
  const found = await load(verifyLedger(actor));
  return found.ok ? <Verification result={found.data} /> : <LoadFailure failure={found.failure} retryHref={href} />;
}
