import { CopyButton } from "@/components/ui/copy-button";

type LogExcerptProps = { text: string; title: string /** Names the text for assistive technology. */; label: string };

/** Lines of a log: they scroll where there is room to read them, and wrap where there is not. */
export function LogExcerpt({ text, title, label }: LogExcerptProps) {
  return (
    <figure className="min-w-0 rounded-md border bg-sunken">
      <figcaption className="flex min-h-8 items-center justify-between gap-2 border-b ps-3 pe-1 text-muted text-sm">
        {title}
        <CopyButton text={text} label={label} />
      </figcaption>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-96 overflow-auto rounded-md px-3 py-2 text-sm leading-5 max-sm:whitespace-pre-wrap max-sm:wrap-anywhere print:max-h-none print:whitespace-pre-wrap"
      >
        <code>{text}</code>
      </pre>
    </figure>
  );
}
