import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { AppLink, type AppLinkProps } from "./app-link";
import { cn } from "./cn";

export const buttonVariants = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-accent-foreground hover:bg-accent-strong",
        secondary: "border-border-strong/60 bg-surface text-foreground hover:bg-sunken",
        ghost: "border-transparent text-foreground hover:bg-sunken",
        danger: "border-no-go-line bg-surface text-no-go hover:bg-no-go-soft",
      },
      size: {
        sm: "h-7 px-2.5 text-sm",
        md: "h-8 px-3 text-base max-md:h-9",
        lg: "h-10 px-4 text-base max-md:h-11",
        icon: "size-8 max-md:size-9",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

type Look = VariantProps<typeof buttonVariants>;
export type ButtonProps = ComponentProps<"button"> & Look;

export function Button({ variant, size, className, type = "button", ...props }: ButtonProps) {
  return <button type={type} className={cn(buttonVariants({ variant, size }), className)} {...props} />;
}

export function ButtonLink({ variant, size, className, ...props }: AppLinkProps & Look) {
  return <AppLink className={cn(buttonVariants({ variant, size }), className)} {...props} />;
}
