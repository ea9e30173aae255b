import { ButtonLink } from "@/components/ui/button";

type ExpiryPagerProps = { previousHref?: string; nextHref?: string; soonestFirst: boolean };

/** Steps through a list that is ordered by expiry rather than by age. */
export function ExpiryPager({ previousHref, nextHref, soonestFirst }: ExpiryPagerProps) {
  if (!previousHref && !nextHref) return null;
  const [back, on] = soonestFirst ? ["Sooner", "Later"] : ["Later", "Earlier"];
  return (
    <nav aria-label="Pages of waivers by expiry" data-no-print="" className="flex justify-end gap-2 pt-3">
      {previousHref && (
        <ButtonLink href={previousHref} rel="prev" size="sm">
          {back}
        </ButtonLink>
      )}
      {nextHref && (
        <ButtonLink href={nextHref} rel="next" size="sm">
          {on}
        </ButtonLink>
      )}
    </nav>
  );
}
