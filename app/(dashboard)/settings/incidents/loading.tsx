import { SettingsFrame } from "@/components/settings/settings-frame";
import { TableSkeleton, TextSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <SettingsFrame current="/settings/incidents">
      <TextSkeleton lines={4} />
      <TableSkeleton columns={4} rows={3} />
    </SettingsFrame>
  );
}
