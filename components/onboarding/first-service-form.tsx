import { CommandForm } from "@/components/form/command-form";
import { useCommandForm } from "@/components/form/use-command-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Action } from "@/lib/web/action";

/** What is released: the first thing that a tenant needs. */
export function FirstServiceForm({ action }: { action: Action<{ slug: string }> }) {
  const command = useCommandForm({
    action,
    fields: ["slug", "name", "owner"],
    input: (typed) => {
      const slug = typed.get("slug");
      return { slug, name: typed.get("name") || slug, owner: typed.get("owner") };
    },
    done: () => {},
  });
  const { errorOf } = command;
  return (
    <CommandForm command={command} submitLabel="Add the service" pendingLabel="Adding…">
      <p>Say what you release. Its token and the commands for it come next.</p>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="Short name" hint="Such as service-api; it stays." error={errorOf("slug")} required>
          <Input name="slug" autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Field>
        <Field label="Name" hint="For people; empty: the same." error={errorOf("name")}>
          <Input name="name" autoComplete="off" />
        </Field>
        <Field label="Owning team" error={errorOf("owner")} required>
          <Input name="owner" autoComplete="off" />
        </Field>
      </div>
    </CommandForm>
  );
}
