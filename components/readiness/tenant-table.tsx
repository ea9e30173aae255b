import { ChangeMark } from "@/components/measure/change-mark";
import { changeOf, valueText } from "@/components/measure/change-text";
import { Badge } from "@/components/ui/badge";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { TenantNumbers } from "@/lib/registry/readiness/view";
import { type LeadingMeasure, leadingMeasures } from "./leading";

type TenantTableProps = {
  tenants: readonly TenantNumbers[];
  currentId: string;
  /** Takes `tenantId`, and `back`: the page to go on with. */
  switchAction: (typed: FormData) => Promise<void>;
  back: string;
};

/** The five numbers of every tenant of the reader. Another one is opened by a form, for it changes the session. */
export function TenantTable({ tenants, currentId, switchAction, back }: TenantTableProps) {
  const labels = tenants[0] ? leadingMeasures(tenants[0].numbers).map(({ label }) => label) : [];
  return (
    <Table caption="The five numbers by tenant">
      <THead>
        <Tr>
          <Th>Tenant</Th>
          {labels.map((label) => (
            <Th key={label} numeric>
              {label}
            </Th>
          ))}
          <Th>
            <span className="sr-only">Open</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {tenants.map(({ id, name, sample, numbers }) => (
          <Tr key={id}>
            <Td header label="Tenant">
              <span className="me-2 font-medium">{name}</span>
              {sample && <Badge>Sample</Badge>}
            </Td>
            {leadingMeasures(numbers).map((measure) => (
              <Td key={measure.key} label={measure.label} numeric>
                <Figure measure={measure} />
              </Td>
            ))}
            <Td label="Open">
              {id === currentId ? (
                <span className="text-muted text-sm">open now</span>
              ) : (
                <form action={switchAction} data-no-print="">
                  <input type="hidden" name="tenantId" value={id} />
                  <input type="hidden" name="back" value={back} />
                  <SubmitButton variant="secondary" size="sm" pendingLabel="Opening…" aria-label={`Open ${name}`}>
                    Open
                  </SubmitButton>
                </form>
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Figure({ measure: { measured, moreIsBetter, detail } }: { measure: LeadingMeasure }) {
  const isRate = measured.unit === "rate";
  return (
    <>
      <div className="tabular-nums">
        {isRate && detail && <span className="sr-only">{detail}: </span>}
        {valueText(measured.value, measured.unit)}
      </div>
      <ChangeMark change={changeOf(measured, moreIsBetter)} />
    </>
  );
}
