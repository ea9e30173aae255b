"use client";

import { Tabs as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const Tabs = Primitive.Root;

type TabsListProps = Omit<ComponentProps<typeof Primitive.List>, "aria-label"> & { label: string };

export function TabsList({ label, className, ...props }: TabsListProps) {
  return (
    <Primitive.List aria-label={label} className={cn("mb-4 flex flex-wrap gap-x-5 border-b", className)} {...props} />
  );
}

export function TabsTrigger({ className, ...props }: ComponentProps<typeof Primitive.Trigger>) {
  return (
    <Primitive.Trigger
      className={cn(
        "-mb-px inline-flex min-h-9 items-center gap-1.5 border-b-2 border-transparent font-medium text-muted",
        "hover:text-foreground data-[state=active]:border-accent data-[state=active]:text-foreground",
        className,
      )}
      {...props}
    />
  );
}

export function TabsContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return <Primitive.Content className={cn("rounded-sm", className)} {...props} />;
}
