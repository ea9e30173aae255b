import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";

export function ClosingFields({ errorOf }: { errorOf: (field: string) => string[] }) {
  return (
    <>
      <Field label="As" error={errorOf("state")} required>
        <Select name="state" defaultValue="done">
          <option value="done">Done</option>
          <option value="cancelled">Cancelled: not to be done</option>
        </Select>
      </Field>
      <Field label="What was done, or why nothing is" error={errorOf("note")} required>
        <Textarea name="note" rows={3} />
      </Field>
    </>
  );
}
