import { SettingsFrame } from "@/components/settings/settings-frame";
import { TableSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <SettingsFrame current="/settings/metrics">
      <TableSkeleton columns={5} rows={6} />
    </SettingsFrame>
  );
}
