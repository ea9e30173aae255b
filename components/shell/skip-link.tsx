export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only z-50 rounded-md bg-accent px-3 py-2 font-medium text-accent-foreground focus:not-sr-only focus:fixed focus:start-3 focus:top-2"
    >
      Skip to content
    </a>
  );
}
