import { SettingsFrame } from "@/components/settings/settings-frame";
import { TableSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <SettingsFrame current="/settings/sign-in">
      <TableSkeleton columns={4} rows={4} />
    </SettingsFrame>
  );
}
