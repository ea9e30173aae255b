/** What menus and small panels beside their trigger look like. */
export const floatingStyle =
  "z-50 max-w-[calc(100vw-1.5rem)] rounded-lg border bg-surface p-1 text-foreground shadow-raised data-[state=open]:animate-[fade-in_100ms_ease-out]";
