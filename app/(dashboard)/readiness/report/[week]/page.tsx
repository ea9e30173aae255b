import { notFound, redirect } from "next/navigation";
import { parseWeek } from "@/lib/core/week";
import { reportHref } from "../query";

/** The address that mails carry, whose links have no query: `/readiness/report/2026-W47`. */
export default async function WeekPage({ params }: { params: Promise<{ week: string }> }): Promise<never> {
  const { week } = await params;
  if (!parseWeek(week)) notFound();
  redirect(reportHref({ week }) as never);
}
