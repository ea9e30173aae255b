import { Download } from "lucide-react";
import { buttonVariants } from "@/components/ui/button";
import { CodeSnippet } from "@/components/ui/code-snippet";
import { Details } from "@/components/ui/details";
import { Section } from "@/components/ui/section";
import type { ScorecardDetail } from "@/lib/registry/scorecard/queries";

/** More than that makes the page slow and is read in an editor anyway. */
const MOST_SHOWN = 200_000;

/** The document as it was sent. The download is an ordinary link: what it leads to is a file, not a page. */
export function DocumentSection({ view, path }: { view: ScorecardDetail; path: string }) {
  const text = JSON.stringify(view.document, null, 2);
  return (
    <Section
      title="Document"
      description="The downloaded file is byte for byte what the digest above was taken over: sha256sum gives the same."
      actions={
        <a href={`${path}/document`} download className={buttonVariants({ size: "sm" })}>
          <Download aria-hidden />
          Download JSON
        </a>
      }
    >
      {text.length > MOST_SHOWN ? (
        <p className="text-muted">It is too large to show here.</p>
      ) : (
        <Details summary="As it was sent">
          <CodeSnippet code={text} label="scorecard document" className="[&>pre]:max-h-[32rem]" />
        </Details>
      )}
    </Section>
  );
}
