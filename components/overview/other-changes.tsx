import { TextLink } from "@/components/ui/text-link";
import type { Changes } from "@/lib/registry/overview/changes";

type OtherChangesProps = Pick<Changes, "others" | "isAllCounted"> & { since: number };

/** What else happened, counted by kind, each with the way to its entries. */
export function OtherChanges({ others, isAllCounted, since }: OtherChangesProps) {
  if (others.length === 0) return null;
  const count = others.reduce((sum, each) => sum + each.count, 0);
  return (
    <p className="mt-3 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      <TextLink href={`/registry?since=${since}`}>{headline(count, isAllCounted)}</TextLink>
      {others.map(({ kind, count: of }) => (
        <span key={kind} className="whitespace-nowrap text-muted">
          <TextLink quiet href={`/registry?kind=${kind}&since=${since}`}>
            {kind.replaceAll("-", " ")}
          </TextLink>{" "}
          <span className="tabular-nums">{of}</span>
        </span>
      ))}
    </p>
  );
}

function headline(count: number, isAll: boolean): string {
  if (!isAll) return `Among much else, the newest ${count} entries`;
  return count === 1 ? "1 entry about other records" : `${count} entries about other records`;
}
