import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";

export type AppLinkProps = Omit<ComponentProps<"a">, "href"> & { href: string; prefetch?: boolean; scroll?: boolean };

/** A link inside the application. Lists hold many links, so nothing is fetched before it is asked for. */
export function AppLink({ href, prefetch = false, ...props }: AppLinkProps) {
  return <Link href={href as Route} prefetch={prefetch} {...props} />;
}
