import { Details } from "@/components/ui/details";
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
  const text = textOf(value);
  if (text === "") return <span className="text-muted text-sm">empty</span>;
  const Mark = change;
  const marked = (
    <Mark className="no-underline">
      <code className="whitespace-pre-wrap text-sm [overflow-wrap:anywhere]">{text}</code>
    </Mark>
  );
  if (text.length <= FOLDED_LENGTH) return marked;
  const count = Array.isArray(value) ? value.length : undefined;
  return (
    <Details summary={count === undefined ? "A long value" : "Entries"} count={count}>
      {marked}
    </Details>
  );
}

const FOLDED_LENGTH = 1000;

/** Text as it is; an entry of the configuration, whose key the place names, by its value; all of them line by line. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (isEntry(value)) return value.value;
  if (Array.isArray(value) && value.length > 0 && value.every(isEntry)) {
    return value.map((entry) => `${entry.key} = ${entry.value}`).join("\n");
  }
  return JSON.stringify(value, null, 2);
}

function isEntry(value: unknown): value is { key: string; value: string } {
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 2) return false;
  return "key" in value && "value" in value && typeof value.value === "string";
}
