"use client";

import type { Route } from "next";
import Link from "next/link";
import type { ComponentProps } from "react";
import { useIntent } from "./use-intent";

export type AppLinkProps = Omit<ComponentProps<"a">, "href"> & { href: string; scroll?: boolean };

/** A link inside the application. Lists hold many links: a page's shell is fetched when somebody means to go there. */
export function AppLink({ href, ...props }: AppLinkProps) {
  const { isMeant, watch } = useIntent(props);
  // Null is Next's own way for pages that depend on the request: what is there before their data, never the data.
  return <Link href={href as Route} prefetch={isMeant ? null : false} {...props} {...watch} />;
}
