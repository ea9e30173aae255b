import { SettingsFrame } from "@/components/settings/settings-frame";
import { TableSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <SettingsFrame current="/settings/calendars">
      <TableSkeleton columns={5} rows={5} label="Loading the calendars" />
    </SettingsFrame>
  );
}
