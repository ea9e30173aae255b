import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { PersonChoice } from "@/lib/registry/action-item/queries";

type OwnerFieldsProps = {
  people: readonly PersonChoice[];
  errorOf: (field: string) => string[];
  owner?: { id: string | null; name: string };
  /** What no person chosen means. */
  keepLabel?: string;
};

/** Somebody of the tenant, or a name for whoever else it is. */
export function OwnerFields({ people, errorOf, owner, keepLabel = "Somebody else" }: OwnerFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Owner" error={errorOf("ownerId")}>
        <Select name="ownerId" defaultValue={owner?.id ?? ""}>
          <option value="">{keepLabel}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Name, if somebody else" error={errorOf("ownerName")}>
        <Input name="ownerName" defaultValue={owner && owner.id === null ? owner.name : ""} autoComplete="off" />
      </Field>
    </div>
  );
}

/** What the fields give: a person by id, else the name. */
export function typedOwner(typed: FormData) {
  const ownerId = String(typed.get("ownerId") ?? "");
  const ownerName = String(typed.get("ownerName") ?? "").trim();
  return ownerId ? { ownerId } : { ownerName: ownerName || undefined };
}

/** A day that was chosen lasts until its end, in UTC. */
export const endOfChosenDay = (typed: FormData): string => `${String(typed.get("dueAt"))}T23:59:59Z`;
