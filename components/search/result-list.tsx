import { Instant } from "@/components/time/instant";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { SearchItem } from "@/lib/registry/search/queries";
import { stateWords } from "./kind-words";
import { Marked } from "./marked";

type ResultListProps = { items: readonly SearchItem[]; words: readonly string[]; now: string };

/** What was found of one kind, with the words that found it marked. */
export function ResultList({ items, words, now }: ResultListProps) {
  return (
    <ul className="divide-y border-y">
      {items.map((item) => (
        <li key={item.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-2">
          <div className="min-w-0 flex-1 basis-64 break-words">
            <p className="flex flex-wrap items-center gap-x-2">
              <TextLink href={item.href} className="inline-flex min-h-6 items-center font-medium">
                <span>
                  <Marked text={item.title} words={words} />
                </span>
              </TextLink>
              {item.state && <Badge>{stateWords(item.state)}</Badge>}
            </p>
            {item.detail && (
              <p className="text-muted text-sm">
                <Marked text={item.detail} words={words} />
              </p>
            )}
            {item.excerpt && (
              <p className="max-w-prose text-sm">
                <Marked text={item.excerpt} words={words} />
              </p>
            )}
          </div>
          <span className="text-muted text-sm">
            <Instant at={item.at} now={now} />
          </span>
        </li>
      ))}
    </ul>
  );
}
