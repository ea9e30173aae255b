import { Download } from "lucide-react";
import { buttonVariants } from "@/components/ui/button";

type ExportLinksProps = {
  /** What is exported, for people who do not see the page: "releases". */
  what: string;
  /** Address of the export with the list's filters. */
  href: string;
};

/** Downloads of exactly what the list holds under its filters, all pages of it. */
export function ExportLinks({ what, href }: ExportLinksProps) {
  const join = href.includes("?") ? "&" : "?";
  return (
    <>
      {(["csv", "json"] as const).map((format) => (
        <a
          key={format}
          href={`${href}${join}format=${format}`}
          download
          aria-label={`Export ${what} as ${format.toUpperCase()}`}
          className={buttonVariants()}
        >
          <Download aria-hidden className="size-4" />
          {format.toUpperCase()}
        </a>
      ))}
    </>
  );
}
