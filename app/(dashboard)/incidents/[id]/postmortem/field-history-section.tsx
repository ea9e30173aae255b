import { LoadFailure } from "@/components/page/load-failure";
import { FieldHistory } from "@/components/postmortem/field-history";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Actor } from "@/lib/core/access";
import { fieldName } from "@/lib/core/incident/postmortem/fields";
import type { ContentField } from "@/lib/core/incident/postmortem/model";
import { fieldHistory } from "@/lib/registry/postmortem/queries";
import { load } from "@/lib/web/load";

type FieldHistorySectionProps = { actor: Actor; incidentId: string; field: ContentField };

/** Every text that one field has had: nothing that was saved is lost. */
export async function FieldHistorySection({ actor, incidentId, field }: FieldHistorySectionProps) {
  const found = await load(fieldHistory(actor, incidentId, field));
  const path = `/incidents/${incidentId}/postmortem`;
  return (
    <Section id="history" title={`Earlier texts: ${fieldName(field)}`} actions={<TextLink href={path}>Close</TextLink>}>
      {found.ok ? <FieldHistory {...found.data} /> : <LoadFailure failure={found.failure} retryHref={path} />}
    </Section>
  );
}
