import { WindowStatus } from "@/components/post-release/window-status";
import { Duration } from "@/components/time/duration";
import { Instant } from "@/components/time/instant";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { ReleaseSummary } from "@/lib/registry/release/summary";
import { StageStatus } from "./stage-status";
import { VerdictCell } from "./verdict-cell";

export function ReleaseTable({ items, now }: { items: readonly ReleaseSummary[]; now: string }) {
  return (
    <Table caption="Releases, newest first">
      <THead>
        <Tr>
          <Th>Version</Th>
          <Th>Service</Th>
          <Th>Environment</Th>
          <Th>Stage</Th>
          <Th>Verdict</Th>
          <Th>Created</Th>
          <Th numeric>Lead time</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((release) => (
          <Tr key={release.id}>
            <Td header label="Version">
              <TextLink quiet href={`/releases/${release.id}`} className="[overflow-wrap:anywhere]">
                {release.version}
              </TextLink>
            </Td>
            <Td label="Service">{release.service}</Td>
            <Td label="Environment">{release.environment}</Td>
            <Td label="Stage">
              <StageStatus stage={release.stage} status={release.stageStatus} />
              {release.verification === "flagged" && <WindowStatus state="flagged" size="sm" className="ms-2" />}
            </Td>
            <Td label="Verdict">
              <VerdictCell release={release} now={now} />
            </Td>
            <Td label="Created">
              <Instant at={release.createdAt} now={now} />
            </Td>
            <Td label="Lead time" numeric className="whitespace-nowrap">
              {release.leadTimeSeconds === null ? (
                <span className="text-muted">not released</span>
              ) : (
                <Duration seconds={release.leadTimeSeconds} />
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
