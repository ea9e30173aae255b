import { cn } from "@/components/ui/cn";
import { Digest } from "@/components/ui/digest";
import { Kbd } from "@/components/ui/kbd";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Part, Row, Sample } from "./parts";

const SIZES = [
  {
    name: "text-3xl",
    className: "text-3xl font-semibold tracking-tight",
    use: "32 px: one number that fills a screen",
  },
  {
    name: "text-2xl",
    className: "text-2xl font-semibold tracking-tight",
    use: "24 px: page headings, leading numbers",
  },
  { name: "text-xl", className: "text-xl font-semibold tracking-tight", use: "20 px: a heading beside a verdict" },
  { name: "text-lg", className: "text-lg font-semibold tracking-tight", use: "16 px: sections" },
  { name: "text-base", className: "text-base", use: "14 px: everything else" },
  { name: "text-sm", className: "text-sm", use: "13 px: notes and hints" },
  { name: "text-xs", className: "text-xs", use: "12 px: column names, axes" },
];
/** In quarters of a rem, as the classes count. */
const SPACES = [1, 1.5, 2, 3, 4, 5, 6, 8];
const RADII = ["rounded-sm", "rounded-md", "rounded-lg", "rounded-full"];

export function TypeSamples() {
  return (
    <Part id="type" description="One family for text and one for code; numbers in tables and times have equal widths.">
      <Sample name="Sizes">
        <Table caption="Sizes of type">
          <THead>
            <Tr>
              <Th>Class</Th>
              <Th>Looks like</Th>
              <Th>For</Th>
            </Tr>
          </THead>
          <TBody>
            {SIZES.map(({ name, className, use }) => (
              <Tr key={name}>
                <Td header label="Class">
                  <code className="text-sm">{name}</code>
                </Td>
                <Td label="Looks like">
                  <span className={className}>Release 2026.11.2</span>
                </Td>
                <Td label="For" className="text-muted">
                  {use}
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      </Sample>
      <Sample name="TextLink, Kbd, Digest">
        <Row>
          <TextLink href="#type">A link in text</TextLink>
          <TextLink href="#type" quiet>
            A link in a list
          </TextLink>
          <span>
            Press <Kbd>?</Kbd>
          </span>
          <Digest value="9f2c4a7be01d55e3a86b3c0f7714d2e9b8a6cf5402e1d973c4b8a10f6e5d2c3b" />
          <span className="font-mono text-sm tabular-nums">0123456789</span>
        </Row>
      </Sample>
      <Sample name="Space">
        <ul className="grid gap-1.5">
          {SPACES.map((space) => (
            <li key={space} className="flex items-center gap-3 text-sm tabular-nums">
              <span className="w-20 text-muted">
                {space} · {space * 4} px
              </span>
              <span aria-hidden className="h-3 bg-accent" style={{ width: `${space / 4}rem` }} />
            </li>
          ))}
        </ul>
      </Sample>
      <Sample name="Corners">
        <Row>
          {RADII.map((radius) => (
            <span key={radius} className={cn("border border-border-strong px-4 py-2 text-sm", radius)}>
              {radius}
            </span>
          ))}
          <span className="rounded-lg border bg-surface px-4 py-2 text-sm shadow-raised">shadow-raised</span>
        </Row>
      </Sample>
    </Part>
  );
}
