import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader title="Preferences" />
      <TableSkeleton columns={4} rows={12} label="Loading your preferences" />
    </>
  );
}
