import { CheckboxField } from "@/components/ui/checkbox";
import { Digest } from "@/components/ui/digest";
import { Fieldset } from "@/components/ui/field";

type Artifact = { name: string; hash: string };

/** The hashes of the manifest in force, which must be what ships, to the last one. */
export function ShippingFields({ artifacts, error }: { artifacts: readonly Artifact[]; error: string[] }) {
  return (
    <Fieldset legend="Artifacts of the manifest" error={error.join(" ") || undefined}>
      <ul className="mb-1.5 max-h-48 overflow-y-auto rounded-md border px-3 py-2 text-sm">
        {artifacts.map(({ name, hash }) => (
          <li key={`${name} ${hash}`} className="[overflow-wrap:anywhere]">
            {name} <Digest value={hash} length={16} what="artifact hash" />
          </li>
        ))}
        {artifacts.length === 0 && <li className="text-muted">None: there is no manifest that could ship.</li>}
      </ul>
      <CheckboxField name="confirmed" label="Exactly these artifacts ship" disabled={artifacts.length === 0} />
    </Fieldset>
  );
}

/** The hashes, once they are confirmed. */
export function shippingFrom(typed: FormData, artifacts: readonly Artifact[]): string[] | undefined {
  return typed.get("confirmed") ? artifacts.map(({ hash }) => hash) : undefined;
}
