import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

export default function NotFound() {
  return (
    <>
      <PageHeader title="Not found" description="There is nothing here, or it belongs to another tenant." />
      <ButtonLink href="/">To the overview</ButtonLink>
    </>
  );
}
