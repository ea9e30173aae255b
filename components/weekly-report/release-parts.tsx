import { Duration } from "@/components/time/duration";
import { Instant } from "@/components/time/instant";
import { Status } from "@/components/ui/status";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { BlockedRelease, FrequentCheck, ShippedRelease } from "@/lib/registry/report/view";

type Named = { releaseId: string; service: string; version: string };

function ReleaseLink({ release: { releaseId, service, version } }: { release: Named }) {
  return (
    <TextLink href={`/releases/${releaseId}`} className="[overflow-wrap:anywhere]">
      {service} {version}
    </TextLink>
  );
}

export function ShippedTable({ items, now }: { items: readonly ShippedRelease[]; now: string }) {
  return (
    <Table caption="Releases of the week, the latest first">
      <THead>
        <Tr>
          <Th>Release</Th>
          <Th>Environment</Th>
          <Th>Rolled out</Th>
          <Th>How</Th>
          <Th numeric>Lead time</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((release) => (
          <Tr key={release.releaseId}>
            <Td header label="Release">
              <ReleaseLink release={release} />
            </Td>
            <Td label="Environment">{release.environment}</Td>
            <Td label="Rolled out">
              <Instant at={release.releasedAt} now={now} />
            </Td>
            <Td label="How">
              <How release={release} />
            </Td>
            <Td label="Lead time" numeric>
              {release.leadTimeSeconds === null ? "unknown" : <Duration seconds={release.leadTimeSeconds} />}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function How({ release: { byBreakGlass, isRolledBack } }: { release: ShippedRelease }) {
  return (
    <span className="flex flex-wrap gap-x-3">
      {byBreakGlass ? (
        <Status tone="no-go" label="Break-glass" size="sm" />
      ) : (
        <Status tone="go" label="Approved" size="sm" />
      )}
      {isRolledBack && <Status tone="waiver" label="Rolled back" size="sm" />}
    </span>
  );
}

export function BlockedTable({ items, now }: { items: readonly BlockedRelease[]; now: string }) {
  return (
    <Table caption="Releases that the gate held up, the latest first">
      <THead>
        <Tr>
          <Th>Release</Th>
          <Th>Environment</Th>
          <Th>Failed on</Th>
          <Th>Last refused</Th>
          <Th>Since then</Th>
        </Tr>
      </THead>
      <TBody>
        {items.map((release) => (
          <Tr key={release.releaseId}>
            <Td header label="Release">
              <ReleaseLink release={release} />
            </Td>
            <Td label="Environment">{release.environment}</Td>
            <Td label="Failed on">{release.failing.join(" · ")}</Td>
            <Td label="Last refused">
              <Instant at={release.refusedAt} now={now} />
            </Td>
            <Td label="Since then">
              {release.isCleared ? (
                <Status tone="go" label="Approved" size="sm" />
              ) : (
                <Status tone="no-go" label="Not approved" size="sm" />
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

/** What kept releases back, the most frequent first. */
export function FrequentChecks({ checks, blocked }: { checks: readonly FrequentCheck[]; blocked: number }) {
  return (
    <Table caption="Checks that failed most often" className="mb-4">
      <THead>
        <Tr>
          <Th>Check</Th>
          <Th numeric>Releases</Th>
        </Tr>
      </THead>
      <TBody>
        {checks.map(({ checkId, title, releases }) => (
          <Tr key={checkId}>
            <Td header label="Check">
              {title} <code className="text-muted text-sm">{checkId}</code>
            </Td>
            <Td label="Releases" numeric>
              {releases} of {blocked}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
