import { SettingsFrame } from "@/components/settings/settings-frame";
import { TableSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <SettingsFrame current="/settings/matrix">
      <TableSkeleton columns={3} rows={6} />
    </SettingsFrame>
  );
}
