import { FirstNextPager } from "@/components/page/first-next-pager";
import { LoadFailure } from "@/components/page/load-failure";
import { KIND_WORDS } from "@/components/search/kind-words";
import { ResultList } from "@/components/search/result-list";
import { NoMatch, NothingYet } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { Actor } from "@/lib/core/access";
import type { SearchKind } from "@/lib/core/search/kinds";
import { wordsOf } from "@/lib/core/search/words";
import { type SearchResult, search } from "@/lib/registry/search/queries";
import { load } from "@/lib/web/load";
import { hrefOf } from "@/lib/web/search-params";

const PATH = "/search";
const OF_ONE_KIND = 25;

type Asked = { q: string; kind: SearchKind | undefined; after: string | undefined };

export async function SearchResults({ actor, asked }: { actor: Actor; asked: Asked }) {
  const { q, kind, after } = asked;
  const words = wordsOf(q);
  if (words.length === 0) return <Nothing asked={q !== ""} />;
  const request = kind ? { kinds: [kind], limit: OF_ONE_KIND, cursor: after } : {};
  const found = await load(search(actor, q, request));
  if (!found.ok) return <LoadFailure failure={found.failure} retryHref={hrefOf(PATH, { q, kind })} />;
  if (found.data.items.length === 0) {
    return (
      <NoMatch title={`Nothing is found by “${q}”`} clearHref={PATH}>
        {kind
          ? `Of ${KIND_WORDS[kind].many.toLowerCase()} alone; other kinds may hold it.`
          : "Every word has to begin a word of the record; fewer words find more."}
      </NoMatch>
    );
  }
  return <Groups result={found.data} words={words} asked={asked} />;
}

function Nothing({ asked }: { asked: boolean }) {
  return (
    <NothingYet title={asked ? "There is no word to look for" : "Type what you are looking for"}>
      A version, a commit, a digest, INC-7, a CVE, somebody’s name, or words of an incident, a waiver or a postmortem.
      The beginning of each word is enough.
    </NothingYet>
  );
}

type GroupsProps = { result: SearchResult; words: string[]; asked: Asked };

function Groups({ result, words, asked: { q, kind, after } }: GroupsProps) {
  const groups = [...Map.groupBy(result.items, (item) => item.kind)];
  return (
    <>
      {groups.map(([of, items]) => (
        <Section
          key={of}
          title={KIND_WORDS[of].many}
          actions={
            !kind &&
            result.more.includes(of) && (
              <TextLink href={hrefOf(PATH, { q, kind: of })}>All {KIND_WORDS[of].many.toLowerCase()}</TextLink>
            )
          }
        >
          <ResultList items={items} words={words} now={result.now} />
        </Section>
      ))}
      <FirstNextPager
        label="Pages of what was found"
        firstHref={after && hrefOf(PATH, { q, kind })}
        nextHref={result.next ? hrefOf(PATH, { q, kind, after: result.next }) : undefined}
      />
    </>
  );
}
