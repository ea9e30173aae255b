import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

type CheckboxProps = Omit<ComponentProps<"input">, "type">;

export function Checkbox({ className, ...props }: CheckboxProps) {
  return <input type="checkbox" className={cn("size-4 shrink-0 accent-accent", className)} {...props} />;
}

type CheckboxFieldProps = CheckboxProps & { label: ReactNode; hint?: ReactNode };

/** A checkbox whose whole line is its target. */
export function CheckboxField({ label, hint, className, ...props }: CheckboxFieldProps) {
  const own = useId();
  const id = props.id ?? own;
  const hintId = `${id}-hint`;
  return (
    <div className={className}>
      <label htmlFor={id} className="inline-flex min-h-6 items-start gap-2 py-0.5">
        <Checkbox aria-describedby={hint ? hintId : undefined} className="mt-0.5" {...props} id={id} />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={hintId} className="ps-6 text-muted text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
