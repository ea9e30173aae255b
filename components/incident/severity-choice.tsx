import { Fieldset } from "@/components/ui/field";
import { StatusIcon } from "@/components/ui/status";
import { SEVERITIES, SEVERITY_WORDS, type Severity } from "@/lib/core/incident/model";
import { SEVERITY_MEANINGS, SEVERITY_TONES } from "./words";

/** One of three, with what each means; the arrow keys move between them. */
export function SeverityChoice({ chosen, error = [] }: { chosen: Severity; error?: string[] }) {
  return (
    <Fieldset legend="Severity" error={error.join(" ") || undefined}>
      <div className="grid gap-2 sm:grid-cols-3">
        {SEVERITIES.map((severity) => (
          <label
            key={severity}
            className="flex items-start gap-2 rounded-md border border-border-strong/60 bg-surface px-2.5 py-2 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name="severity"
              value={severity}
              defaultChecked={severity === chosen}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="flex items-center gap-1 font-medium">
                {SEVERITY_WORDS[severity]} <StatusIcon tone={SEVERITY_TONES[severity]} />
              </span>
              <span className="block text-muted text-sm">{SEVERITY_MEANINGS[severity]}</span>
            </span>
          </label>
        ))}
      </div>
    </Fieldset>
  );
}
