import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { SubmitButton } from "@/components/ui/submit-button";

type FormAction = (form: FormData) => Promise<void>;
type SampleOfferProps = {
  sample: { tenantId: string; name: string };
  switchAction: FormAction;
  /** Left out for those who may not remove it. */
  removeAction?: FormAction;
};

/** The way to the sample for somebody whose own tenant is still empty, and to be rid of it. */
export function SampleOffer({ sample: { tenantId, name }, switchAction, removeAction }: SampleOfferProps) {
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="text-muted">{name} shows what all of it looks like after half a year. Nothing in it is real.</p>
      <form action={switchAction}>
        <input type="hidden" name="tenantId" value={tenantId} />
        <SubmitButton variant="secondary" size="sm" pendingLabel="Opening…">
          Tour the sample
        </SubmitButton>
      </form>
      {removeAction && (
        <ConfirmDialog
          tone="danger"
          title="Remove the sample tenant?"
          description="Its releases, evidence, people and history are deleted. Your own tenants are not touched."
          confirmLabel="Remove the sample"
          action={removeAction}
          trigger={
            <Button size="sm" variant="ghost">
              Remove the sample
            </Button>
          }
        />
      )}
    </div>
  );
}
