import { StepUpField } from "@/components/form/step-up";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { authorityKey, authorityText } from "./authority-text";
import type { Signing } from "./signing";

type SignFieldsProps = {
  signing: Signing;
  signerName: string;
  errorOf: (field: string) => string[];
};

/** What a signature names besides the digest and the decision. */
export function SignFields({ signing: { authorities, notes }, signerName, errorOf }: SignFieldsProps) {
  const [only] = authorities;
  return (
    <>
      {authorities.length > 1 || !only ? (
        <Field label="Role" error={errorOf("role")} required>
          <Select name="role">
            {authorities.map((each) => (
              <option key={authorityKey(each)} value={authorityKey(each)}>
                {authorityText(each)}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <>
          <input type="hidden" name="role" value={authorityKey(only)} />
          <p>
            You sign as <strong className="font-medium">{authorityText(only)}</strong>.
          </p>
        </>
      )}
      {notes.map((note) => (
        <p key={note} className="text-muted text-sm">
          {note}
        </p>
      ))}
      <Field label="Comment" hint="Needed to reject: say what has to be mended" error={errorOf("reason")}>
        <Textarea name="reason" rows={3} maxLength={5000} />
      </Field>
      <Field label="Your name" hint={`As it is known here: ${signerName}`} error={errorOf("printedName")} required>
        <Input name="printedName" autoComplete="name" maxLength={200} />
      </Field>
      <StepUpField label="Password" hint="Confirms that it is you who signs" error={errorOf("password")} />
    </>
  );
}
