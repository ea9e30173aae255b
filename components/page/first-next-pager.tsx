import { ButtonLink } from "@/components/ui/button";

type FirstNextPagerProps = { label: string; firstHref?: string; nextHref?: string };

/** Steps through a list by name, which has no newer and older end. */
export function FirstNextPager({ label, firstHref, nextHref }: FirstNextPagerProps) {
  if (!firstHref && !nextHref) return null;
  return (
    <nav aria-label={label} data-no-print="" className="flex justify-end gap-2 pt-3">
      {firstHref && (
        <ButtonLink size="sm" href={firstHref}>
          First page
        </ButtonLink>
      )}
      {nextHref && (
        <ButtonLink size="sm" href={nextHref} rel="next">
          Next page
        </ButtonLink>
      )}
    </nav>
  );
}
