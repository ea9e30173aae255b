import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

type SampleBannerProps = { removeAction?: (formData: FormData) => Promise<void> };

/** Keeps invented records from being taken for real ones; stays on every page of the sample tenant, and in print. */
export function SampleBanner({ removeAction }: SampleBannerProps) {
  return (
    <aside
      aria-label="Sample data"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-info-line border-b bg-info-soft px-4 py-1.5 md:px-6"
    >
      <p className="flex-1 basis-56 text-sm">
        <strong className="font-semibold text-info">Sample data.</strong> These releases, people and signatures are
        invented.
      </p>
      {removeAction && (
        <ConfirmDialog
          tone="danger"
          title="Remove the sample tenant?"
          description="Its releases, evidence, people and history are deleted. Your own tenants are not touched."
          confirmLabel="Remove sample data"
          action={removeAction}
          trigger={
            <Button size="sm" data-no-print="">
              Remove sample data
            </Button>
          }
        />
      )}
    </aside>
  );
}
