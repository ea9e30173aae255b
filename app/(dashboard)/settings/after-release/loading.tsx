import { SettingsFrame } from "@/components/settings/settings-frame";
import { TableSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <SettingsFrame current="/settings/after-release">
      <TableSkeleton columns={3} rows={4} />
    </SettingsFrame>
  );
}
