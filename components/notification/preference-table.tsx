import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import { CHOICES, type Choice } from "@/lib/core/notification/preference";
import type { PreferenceView } from "@/lib/registry/notification/preferences";
import { CHOICE_WORDS } from "./choice-words";

type Row = PreferenceView["kinds"][number];

/** One row a kind, one choice in each. What cannot be turned off has no such choice. */
export function PreferenceTable({ kinds }: { kinds: Row[] }) {
  return (
    <Table caption="By e-mail, kind by kind" scroll>
      <THead>
        <Tr>
          <Th>You are told when</Th>
          {CHOICES.map((choice) => (
            <Th key={choice} className="w-24 px-1! text-center! max-sm:w-16">
              {CHOICE_WORDS[choice]}
            </Th>
          ))}
        </Tr>
      </THead>
      <TBody>
        {kinds.map((row) => (
          <Tr key={row.kind}>
            <Td header>
              <span className="font-medium">{row.title}</span>
              <span className="block text-muted text-sm">{row.about}</span>
            </Td>
            {CHOICES.map((choice) => (
              <Td key={choice} label={CHOICE_WORDS[choice]} className="px-1! text-center align-middle">
                <ChoiceCell row={row} choice={choice} />
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function ChoiceCell({ row: { kind, title, choice: chosen, allowed }, choice }: { row: Row; choice: Choice }) {
  if (!allowed.includes(choice)) return <span className="text-muted text-sm">not possible</span>;
  return (
    <label className="inline-flex size-6 items-center justify-center">
      <input
        type="radio"
        name={kind}
        value={choice}
        defaultChecked={choice === chosen}
        aria-label={`${title}: ${CHOICE_WORDS[choice]}`}
        className="size-4 accent-accent"
      />
    </label>
  );
}
