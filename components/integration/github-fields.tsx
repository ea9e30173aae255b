"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";

export const GITHUB_FIELDS = ["name", "apiUrl", "appId", "privateKey", "password"] as const;
type Given = { name: string; apiUrl: string | null; appId: string | null };
type GitHubFieldsProps = { errorOf: (field: string) => string[]; given?: Given };

/** Of a GitHub App. `given`: what is stored of it; its key is never shown, and kept where none is typed. */
export function GitHubFields({ errorOf, given }: GitHubFieldsProps) {
  return (
    <>
      <Field label="Name" hint="As it is shown here and in the ledger." error={errorOf("name")} required>
        <Input name="name" autoComplete="off" defaultValue={given?.name ?? "GitHub"} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="API address" hint="An Enterprise Server's ends in /api/v3." error={errorOf("apiUrl")} required>
          <Input name="apiUrl" type="url" autoComplete="off" defaultValue={given?.apiUrl ?? "https://api.github.com"} />
        </Field>
        <Field label="App ID" hint="From the app's page." error={errorOf("appId")} required>
          <Input name="appId" autoComplete="off" defaultValue={given?.appId ?? ""} />
        </Field>
      </div>
      <Field
        label="Private key"
        hint={given ? "Leave empty to keep the one that is stored." : "The whole .pem file. It is stored encrypted."}
        error={errorOf("privateKey")}
        required={!given}
      >
        <Textarea name="privateKey" rows={4} autoComplete="off" spellCheck={false} className="font-mono md:text-xs" />
      </Field>
    </>
  );
}
