import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { Difference } from "@/lib/core/manifest/difference";

type ManifestDifferenceProps = { differences: readonly Difference[]; before: string; after: string };

/** Each place where two revisions differ, with both values. `before` and `after` name the revisions. */
export function ManifestDifference({ differences, before, after }: ManifestDifferenceProps) {
  if (differences.length === 0) return <p className="text-muted">Nothing differs.</p>;
  return (
    <Table caption={`What changed from ${before} to ${after}`}>
      <THead>
        <Tr>
          <Th>Place</Th>
          <Th>{before}</Th>
          <Th>{after}</Th>
        </Tr>
      </THead>
      <TBody>
        {differences.map(({ path, before: left, after: right }) => (
          <Tr key={path}>
            <Td header label="Place">
              <code className="text-sm [overflow-wrap:anywhere]">{path || "whole document"}</code>
            </Td>
            <Td label={before}>
              <Value value={left} absent="absent" change="del" />
            </Td>
            <Td label={after}>
              <Value value={right} absent="removed" change="ins" />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function Value({ value, absent, change }: { value: unknown; absent: string; change: "del" | "ins" }) {
  if (value === undefined) return <span className="text-muted text-sm">{absent}</span>;
  const Mark = change;
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return (
    <Mark className="no-underline">
      <code className="whitespace-pre-wrap text-sm [overflow-wrap:anywhere]">{text}</code>
    </Mark>
  );
}
