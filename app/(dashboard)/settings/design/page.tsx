import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { pageViewer } from "@/lib/auth/page-actor";
import { env } from "@/lib/env";
import { ActionSamples } from "./action-samples";
import { ChartSamples } from "./chart-samples";
import { FormSamples } from "./form-samples";
import { PART_LIST } from "./parts";
import { StateSamples } from "./state-samples";
import { StatusSamples } from "./status-samples";
import { TableSamples } from "./table-samples";
import { TokenSamples } from "./token-samples";
import { TypeSamples } from "./type-samples";

export const metadata: Metadata = { title: "Design" };

/** For those who work on the product, not for those who use it. */
const isShown = (): boolean => process.env.NODE_ENV === "development" || env().READINESS_DESIGN_PAGE === "1";

export default async function DesignPage() {
  if (!isShown()) notFound();
  await pageViewer();
  return (
    <>
      <PageHeader
        title="Design"
        description="Everything that pages are made of, with invented figures. Nothing here is stored."
        breadcrumb={[{ href: "/settings", label: "Settings" }]}
      />
      <nav aria-label="Parts of the design">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {PART_LIST.map(({ id, title }) => (
            <li key={id}>
              <TextLink href={`#${id}`}>{title}</TextLink>
            </li>
          ))}
        </ul>
      </nav>
      <TokenSamples />
      <TypeSamples />
      <StatusSamples />
      <ActionSamples />
      <FormSamples />
      <TableSamples />
      <StateSamples />
      <ChartSamples />
    </>
  );
}
