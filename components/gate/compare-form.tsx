import { ExactTime } from "@/components/time/zone";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { VerdictWord } from "@/lib/core/gate/verdict";
import { VERDICT_WORDS } from "./verdict-words";

type Choice = { id: string; verdict: VerdictWord; decidedAt: string };
type CompareFormProps = { path: string; choices: readonly Choice[]; from: string; to: string };

/** Which two decisions are compared; in the address, so that the comparison can be sent on. */
export function CompareForm({ path, choices, from, to }: CompareFormProps) {
  return (
    <form action={path} className="mb-6 flex flex-wrap items-end gap-3" data-no-print="">
      <Field label="Earlier">
        <Choices name="from" value={from} choices={choices} />
      </Field>
      <Field label="Later">
        <Choices name="to" value={to} choices={choices} />
      </Field>
      <Button type="submit">Compare</Button>
    </form>
  );
}

function Choices({ name, value, choices, ...rest }: { name: string; value: string; choices: readonly Choice[] }) {
  return (
    <Select {...rest} name={name} defaultValue={value}>
      {choices.map(({ id, verdict, decidedAt }) => (
        <option key={id} value={id}>
          {VERDICT_WORDS[verdict].word}, <ExactTime at={decidedAt} />
        </option>
      ))}
    </Select>
  );
}
