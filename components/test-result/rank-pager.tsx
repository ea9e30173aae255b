import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";

type RankPagerProps = { flakierHref?: string; steadierHref?: string };

/** Steps through tests that are ordered by how flaky they are. */
export function RankPager({ flakierHref, steadierHref }: RankPagerProps) {
  if (!flakierHref && !steadierHref) return null;
  return (
    <nav aria-label="Pages of flaky tests" data-no-print="" className="flex justify-end gap-2 pt-3">
      {flakierHref && (
        <ButtonLink href={flakierHref} rel="prev" size="sm">
          <ChevronLeft aria-hidden />
          Flakier
        </ButtonLink>
      )}
      {steadierHref && (
        <ButtonLink href={steadierHref} rel="next" size="sm">
          Less flaky
          <ChevronRight aria-hidden />
        </ButtonLink>
      )}
    </nav>
  );
}
