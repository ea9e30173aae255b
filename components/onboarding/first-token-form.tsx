import { CommandForm } from "@/components/form/command-form";
import { StepUpField } from "@/components/form/step-up";
import { useCommandForm } from "@/components/form/use-command-form";
import type { TokenVerb } from "@/lib/core/access";
import type { Action } from "@/lib/web/action";

/** What a pipeline does from the first run to the rollout. */
const VERBS: TokenVerb[] = [
  "read",
  "release:create",
  "release:advance",
  "scorecard:submit",
  "metrics:submit",
  "manifest:put",
  "rehearsal:record",
  "gate:evaluate",
];
const DAYS = 90;

type FirstTokenFormProps = {
  action: Action<{ token: string }>;
  service: { id: string; slug: string };
  hasToken: boolean;
  onToken: (token: string) => void;
};

/** Makes the pipeline's token on the spot, for the one service and no more than a pipeline needs. */
export function FirstTokenForm({ action, service, hasToken, onToken }: FirstTokenFormProps) {
  const command = useCommandForm({
    action,
    fields: ["password"],
    input: (typed) => ({
      name: `Pipeline of ${service.slug}`,
      verbs: VERBS,
      serviceId: service.id,
      environmentId: null,
      expiresInDays: DAYS,
      password: typed.get("password"),
    }),
    done: ({ token }) => onToken(token),
  });
  return (
    <CommandForm
      command={command}
      submitLabel={hasToken ? "Create another token" : "Create its token"}
      pendingLabel="Creating…"
    >
      <p>
        {hasToken && "There is a token already; use it, or create another. "}A token for {service.slug} alone, valid for{" "}
        {DAYS} days. It sends evidence and asks the gate; it can never sign, waive or manage anything.
      </p>
      <div className="max-w-sm">
        <StepUpField error={command.errorOf("password")} />
      </div>
    </CommandForm>
  );
}
