import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { Role } from "@/lib/core/access";

type SignFieldsProps = {
  roles: readonly Role[];
  signerName: string;
  errorOf: (field: string) => string[];
};

/** What a signature names besides the digest and the decision. */
export function SignFields({ roles, signerName, errorOf }: SignFieldsProps) {
  const [only] = roles;
  return (
    <>
      {roles.length > 1 ? (
        <Field label="Role" error={errorOf("role")} required>
          <Select name="role">
            {roles.map((role) => (
              <option key={role} value={role}>
                {role}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <>
          <input type="hidden" name="role" value={only ?? ""} />
          <p>
            You sign as <strong className="font-medium">{only}</strong>.
          </p>
        </>
      )}
      <Field label="Comment" hint="Needed to reject: say what has to be mended" error={errorOf("reason")}>
        <Textarea name="reason" rows={3} maxLength={5000} />
      </Field>
      <Field label="Your name" hint={`As it is known here: ${signerName}`} error={errorOf("printedName")} required>
        <Input name="printedName" autoComplete="name" maxLength={200} />
      </Field>
      <Field label="Password" hint="Confirms that it is you who signs" error={errorOf("password")} required>
        <Input type="password" name="password" autoComplete="current-password" />
      </Field>
    </>
  );
}
