export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed start-3 top-2 z-50 -translate-y-20 rounded-md bg-accent px-3 py-2 font-medium text-accent-foreground focus:translate-y-0 print:hidden"
    >
      Skip to content
    </a>
  );
}
