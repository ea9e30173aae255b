import { Details } from "@/components/ui/details";
import { TextLink } from "@/components/ui/text-link";
import type { ReportedFailure } from "@/lib/core/scorecard/wire";
import { LogExcerpt } from "./log-excerpt";
import { plainLog } from "./plain-log";

type FailingTestProps = { failure: ReportedFailure; historyHref?: string };

/** One failing test: its name and what it says first; the rest of it unfolds. */
export function FailingTest({ failure, historyHref }: FailingTestProps) {
  const name = plainLog(failure.name);
  const place = [failure.group, failure.file].flatMap((text) => (text ? [plainLog(text)] : [])).join(" · ");
  const message = plainLog(failure.message ?? "").trim();
  const excerpt = plainLog(failure.excerpt ?? "").trimEnd();
  return (
    <Details summary={<Heading name={name} place={place} message={message} />} className="[&>summary]:py-1.5">
      <div className="grid min-w-0 gap-2 ps-5.5">
        {message && <LogExcerpt text={message} title="Message" label={`message of ${name}`} />}
        {excerpt && excerpt !== message && (
          <LogExcerpt text={excerpt} title="End of its log" label={`log excerpt of ${name}`} />
        )}
        {!message && !excerpt && <p className="text-muted">Its report says nothing more about it.</p>}
        {historyHref && (
          <p>
            <TextLink href={historyHref}>History of this test</TextLink>
          </p>
        )}
      </div>
    </Details>
  );
}

function Heading({ name, place, message }: { name: string; place: string; message: string }) {
  return (
    <span className="block min-w-0 wrap-anywhere">
      {name}
      {place && <span className="ms-2 font-normal text-muted text-sm">{place}</span>}
      {message && (
        <code className="line-clamp-1 font-normal text-muted text-sm group-open:hidden print:hidden">{message}</code>
      )}
    </span>
  );
}
