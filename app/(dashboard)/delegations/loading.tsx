import { PageHeader } from "@/components/ui/page-header";
import { TableSkeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader title="Delegations" />
      <TableSkeleton columns={6} rows={4} label="Loading the delegations" />
    </>
  );
}
