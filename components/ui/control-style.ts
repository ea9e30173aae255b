/** The look that every text-like form control shares; 16 px on phones keeps the browser from zooming in. */
export const controlStyle =
  "w-full min-w-0 rounded-md border border-border-strong bg-surface px-2.5 text-base text-foreground placeholder:text-muted max-md:text-lg disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken aria-invalid:border-no-go focus-visible:outline-offset-0";
