import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader title="Calendar" />
      <TableSkeleton columns={4} rows={8} label="Loading the calendar" />
    </>
  );
}
