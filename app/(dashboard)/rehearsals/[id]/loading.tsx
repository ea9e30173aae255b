import { DetailSkeleton } from "@/components/failure/detail-skeleton";

export default function Loading() {
  return <DetailSkeleton label="Loading the rehearsal" />;
}
