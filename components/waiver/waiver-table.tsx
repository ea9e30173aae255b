import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { CHECK_TITLES } from "@/lib/core/gate/checks/titles";
import type { WaiverSummary } from "@/lib/registry/waiver/queries";
import { WaiverState } from "./waiver-state";

/** `current` marks the one whose page this is. */
export function WaiverTable({ items, now, current }: { items: WaiverSummary[]; now: string; current?: string }) {
  return (
    <Table caption="Waivers">
      <THead>
        <Tr>
          <Th>Check</Th>
          <Th>Applies to</Th>
          <Th>State</Th>
          <Th>Expiry</Th>
          <Th>Granted by</Th>
          <Th>Granted</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((waiver) => (
          <Tr key={waiver.id}>
            <Td header label="Check">
              {waiver.id === current ? (
                <span aria-current="true" className="font-medium">
                  {checkTitle(waiver.checkId)} (this one)
                </span>
              ) : (
                <TextLink quiet href={`/waivers/${waiver.id}`}>
                  {checkTitle(waiver.checkId)}
                </TextLink>
              )}
              {waiver.finding && <span className="block break-all text-muted text-sm">{waiver.finding}</span>}
            </Td>
            <Td label="Applies to">
              <Scope waiver={waiver} />
            </Td>
            <Td label="State">
              <WaiverState waiver={waiver} />
            </Td>
            <Td label="Expiry" className="whitespace-nowrap">
              <Instant at={waiver.expiresAt} now={now} />
            </Td>
            <Td label="Granted by">
              {waiver.grantedBy} <span className="block text-muted text-sm">{waiver.grantedRole}</span>
            </Td>
            <Td label="Granted" className="whitespace-nowrap">
              <Instant at={waiver.grantedAt} now={now} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

export function checkTitle(checkId: string): string {
  const titles: Record<string, string> = CHECK_TITLES;
  return titles[checkId] ?? checkId;
}

export function Scope({ waiver: { service, release } }: { waiver: Pick<WaiverSummary, "service" | "release"> }) {
  if (!release) return <>every release of {service}</>;
  return (
    <>
      {service} <TextLink href={`/releases/${release.id}`}>{release.version}</TextLink>
    </>
  );
}
