import type { Route } from "next";
import Form from "next/form";
import { type ReactNode, useId } from "react";
import { Button, ButtonLink } from "./button";
import { Input } from "./input";
import { Label } from "./label";
import { Select } from "./select";

type FilterBarProps = { action: string; clearHref?: string; label?: string; children: ReactNode };

/** Filters as a GET form: their state is the URL, and they work without script. */
export function FilterBar({ action, clearHref, label = "Filters", children }: FilterBarProps) {
  return (
    <Form
      action={action as Route}
      role="search"
      aria-label={label}
      data-no-print=""
      className="mb-4 flex flex-wrap items-end gap-x-3 gap-y-2 max-sm:grid max-sm:grid-cols-2"
    >
      {children}
      <div className="flex gap-2 max-sm:col-span-2">
        <Button type="submit">Apply</Button>
        {clearHref && (
          <ButtonLink href={clearHref} variant="ghost">
            Clear
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}

type FilterProps = { name: string; label: string; value?: string };

/* Keys on the value: fields are uncontrolled, and must follow the URL when it changes under them. */

export function FilterSearch({ name, label, value = "", placeholder }: FilterProps & { placeholder?: string }) {
  const id = useId();
  return (
    <div className="grid gap-1 max-sm:col-span-2 sm:w-60">
      <Label htmlFor={id}>{label}</Label>
      <Input key={value} id={id} type="search" name={name} defaultValue={value} placeholder={placeholder} />
    </div>
  );
}

type FilterSelectProps = FilterProps & { options: { value: string; label: string }[]; allLabel?: string };

export function FilterSelect({ name, label, value = "", options, allLabel = "All" }: FilterSelectProps) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1 sm:w-44">
      <Label htmlFor={id}>{label}</Label>
      <Select key={value} id={id} name={name} defaultValue={value}>
        <option value="">{allLabel}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </div>
  );
}

export function FilterDate({ name, label, value = "" }: FilterProps) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1 sm:w-40">
      <Label htmlFor={id}>{label}</Label>
      <Input key={value} id={id} type="date" name={name} defaultValue={value} />
    </div>
  );
}
