import { TextLink } from "@/components/ui/text-link";
import type { TestCard } from "@/lib/registry/test-result/queries";

/** What a test belongs to: "Queue · tests/queue.test.ts"; empty where its report does not say. */
export const placeOf = ({ group, file }: Pick<TestCard, "group" | "file">): string =>
  [group, file].filter(Boolean).join(" · ");

export function TestName({ test }: { test: Pick<TestCard, "id" | "name" | "group" | "file"> }) {
  const place = placeOf(test);
  return (
    <div className="wrap-anywhere">
      <TextLink quiet href={`/scorecards/tests/${test.id}`}>
        {test.name}
      </TextLink>
      {place && <p className="text-muted text-sm">{place}</p>}
    </div>
  );
}
