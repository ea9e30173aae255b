import { SignatureTable } from "@/components/approval/signature-table";
import { LoadFailure } from "@/components/page/load-failure";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/core/access";
import { signatureHistory } from "@/lib/registry/release/history-queries";
import type { ReleaseDetail } from "@/lib/registry/release/queries";
import { load } from "@/lib/web/load";

export async function SignaturesSection({ release, actor }: { release: ReleaseDetail; actor: Actor }) {
  const found = await load(signatureHistory(actor, release.id));
  return (
    <Section title="Signatures" id="signatures" count={found.ok ? found.data.length : undefined}>
      {!found.ok && <LoadFailure failure={found.failure} retryHref={`/releases/${release.id}#signatures`} />}
      {found.ok && found.data.length > 0 && <SignatureTable signatures={found.data} now={release.now} />}
      {found.ok && found.data.length === 0 && <p className="text-muted">Nobody has signed yet.</p>}
    </Section>
  );
}
