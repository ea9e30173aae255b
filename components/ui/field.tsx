import { CircleAlert } from "lucide-react";
import { cloneElement, type ReactElement, type ReactNode, useId } from "react";
import { cn } from "./cn";
import { Label } from "./label";

type Control = {
  id?: string;
  required?: boolean;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling";
};

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | readonly string[];
  required?: boolean;
  id?: string;
  className?: string;
  children: ReactElement<Control>;
};

/** One labelled control: gives it the id, description, invalid and required marks that its label, hint and error need. */
export function Field({ label, hint, error, required, id, className, children }: FieldProps) {
  const own = useId();
  const controlId = id ?? children.props.id ?? own;
  const errors = typeof error === "string" ? [error] : (error ?? []);
  const described = [
    hint ? `${controlId}-hint` : undefined,
    errors.length > 0 ? `${controlId}-error` : undefined,
    children.props["aria-describedby"],
  ].filter(Boolean);
  return (
    <div className={cn("grid content-start gap-1", className)}>
      <Label htmlFor={controlId}>
        {label}
        {required === false && <span className="font-normal text-muted"> (optional)</span>}
      </Label>
      {cloneElement(children, {
        id: controlId,
        required: required ?? children.props.required,
        "aria-describedby": described.join(" ") || undefined,
        "aria-invalid": errors.length > 0 || undefined,
      })}
      {hint && (
        <p id={`${controlId}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {errors.length > 0 && <ErrorText id={`${controlId}-error`}>{errors.join(" ")}</ErrorText>}
    </div>
  );
}

type FieldsetProps = { legend: ReactNode; hint?: ReactNode; error?: string; className?: string; children: ReactNode };

export function Fieldset({ legend, hint, error, className, children }: FieldsetProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className={cn("min-w-0", className)} aria-describedby={described || undefined}>
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mb-1 text-muted text-sm">
          {hint}
        </p>
      )}
      {children}
      {error && <ErrorText id={`${id}-error`}>{error}</ErrorText>}
    </fieldset>
  );
}

/** What went wrong with a form as a whole; announced when it appears. */
export function FormError({ children }: { children?: ReactNode }) {
  return <div role="alert">{children && <ErrorText>{children}</ErrorText>}</div>;
}

function ErrorText({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-no-go text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
