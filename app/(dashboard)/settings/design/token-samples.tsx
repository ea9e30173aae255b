import { Part, Sample } from "./parts";

type Colour = { name: string; use: string };

const GROUNDS: Colour[] = [
  { name: "background", use: "The page" },
  { name: "surface", use: "What lies above it: menus, dialogs, fields" },
  { name: "sunken", use: "Code, and rows under the pointer" },
  { name: "foreground", use: "Text" },
  { name: "muted", use: "Text of second rank" },
  { name: "border", use: "Lines between parts" },
  { name: "border-strong", use: "Edges of controls" },
  { name: "accent", use: "Links, the primary button, where the reader is" },
  { name: "accent-soft", use: "Behind the accent" },
  { name: "ring", use: "Focus" },
];
const STATUS: Colour[] = ["go", "no-go", "waiver", "unknown", "info"].flatMap((tone) => [
  { name: tone, use: "Word and icon" },
  { name: `${tone}-soft`, use: "Behind them" },
  { name: `${tone}-line`, use: "Around them" },
]);
const DATA: Colour[] = Array.from({ length: 8 }, (_, at) => ({ name: `data-${at + 1}`, use: `Series ${at + 1}` }));

export function TokenSamples() {
  return (
    <Part id="colours" description="All that exist; each theme has its own value. Status colours are for status alone.">
      <Sample name="Grounds, text and accent">
        <Swatches colours={GROUNDS} />
      </Sample>
      <Sample name="Status">
        <Swatches colours={STATUS} />
      </Sample>
      <Sample name="Data">
        <Swatches colours={DATA} />
      </Sample>
    </Part>
  );
}

function Swatches({ colours }: { colours: Colour[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-6 gap-y-2">
      {colours.map(({ name, use }) => (
        <li key={name} className="flex items-center gap-3">
          <span aria-hidden className="size-8 shrink-0 rounded-md border" style={{ background: `var(--${name})` }} />
          <span className="min-w-0">
            <code className="text-sm">{name}</code>
            <span className="block text-muted text-sm">{use}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
