import { Alert } from "@/components/ui/alert";
import type { RollupState } from "@/lib/registry/readiness/view";

/** Says so where numbers may lag behind; says nothing where every day is counted. */
export function RollupNote({ rollups: { isWhole, waiting } }: { rollups: RollupState }) {
  if (isWhole) return null;
  return (
    <Alert tone="unknown" title="These numbers are being counted" className="mt-3">
      {waiting} days have changed and are not counted anew yet, so runs, first evaluations and releases of those days
      may be missing. They are counted within minutes.
    </Alert>
  );
}
