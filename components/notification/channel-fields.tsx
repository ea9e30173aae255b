"use client";

import { CheckboxField } from "@/components/ui/checkbox";
import { Field, Fieldset } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { KIND_FACTS } from "@/lib/core/notification/kind-facts";
import { NOTICE_KINDS, type NoticeKind } from "@/lib/core/notification/kinds";

export type ServiceChoice = { id: string; slug: string };
export const CHANNEL_FIELDS = ["kind", "name", "url", "subscriptions", "serviceId"] as const;

type ChannelFieldsProps = {
  errorOf: (field: string) => string[];
  services: readonly ServiceChoice[];
  urlHint: string;
  /** What a channel has that is changed; its address is never shown again. */
  given?: { name: string; subscriptions: readonly NoticeKind[]; serviceId: string | null };
};

export function ChannelFields({ errorOf, services, urlHint, given }: ChannelFieldsProps) {
  return (
    <>
      <Field label="Name" error={errorOf("name")} required>
        <Input name="name" defaultValue={given?.name} autoComplete="off" />
      </Field>
      <Field label={given ? "New address" : "Address"} hint={urlHint} error={errorOf("url")} required={!given}>
        <Input name="url" type="url" autoComplete="off" spellCheck={false} />
      </Field>
      <Field label="Service" hint="A channel of one service is told of that service only." error={errorOf("serviceId")}>
        <Select name="serviceId" defaultValue={given?.serviceId ?? ""}>
          <option value="">Every service</option>
          {services.map(({ id, slug }) => (
            <option key={id} value={id}>
              {slug}
            </option>
          ))}
        </Select>
      </Field>
      <Fieldset legend="Told about" error={errorOf("subscriptions").join(" ") || undefined}>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {NOTICE_KINDS.map((kind) => (
            <CheckboxField
              key={kind}
              name="subscriptions"
              value={kind}
              label={KIND_FACTS[kind].title}
              defaultChecked={given?.subscriptions.includes(kind) ?? true}
            />
          ))}
        </div>
      </Fieldset>
    </>
  );
}

/** What was typed into these fields, as the commands take it. */
export const channelFrom = (typed: FormData) => ({
  name: typed.get("name"),
  url: typed.get("url") || undefined,
  subscriptions: typed.getAll("subscriptions"),
  serviceId: typed.get("serviceId") || null,
});
