import { LinkTabs } from "@/components/ui/link-tabs";

/** The two lists of evidence: whole runs, and the tests within them that cannot be relied on. */
export function ScorecardTabs({ current }: { current: "runs" | "tests" }) {
  return (
    <LinkTabs
      label="Scorecards"
      items={[
        { href: "/scorecards", label: "Runs", current: current === "runs" },
        { href: "/scorecards/tests", label: "Flaky tests", current: current === "tests" },
      ]}
    />
  );
}
