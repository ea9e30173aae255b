"use client";

import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import { RemoveButton } from "./remove-button";
import { useRowKeys } from "./use-row-keys";

type ListControlProps = { name: string; value: readonly string[]; onWrite: (value: string[]) => void };

/** Texts one under the other, such as the factors that contributed. */
export function ListControl({ name, value, onWrite }: ListControlProps) {
  const shown = value.length > 0 ? value : [""];
  const rows = useRowKeys(shown.length);
  return (
    <div className="grid gap-2">
      <ol className="grid gap-2">
        {shown.map((item, index) => (
          <li key={rows.keyOf(index)} className="flex items-start gap-1">
            <Textarea
              aria-label={`${name} ${index + 1}`}
              rows={1}
              className="min-h-8!"
              value={item}
              onChange={({ target }) => onWrite(shown.map((each, at) => (at === index ? target.value : each)))}
            />
            <RemoveButton
              what={`${name} ${index + 1}`}
              onRemove={() => {
                rows.remove(index);
                onWrite(shown.filter((_, at) => at !== index));
              }}
            />
          </li>
        ))}
      </ol>
      <Button size="sm" className="justify-self-start" onClick={() => onWrite([...shown, ""])}>
        Add to {name}
      </Button>
    </div>
  );
}
