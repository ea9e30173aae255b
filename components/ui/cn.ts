import { type ClassValue, clsx } from "clsx";

/**
 * Joins class names. What a caller adds does not replace what a component has: to win over it, a class says so with a
 * `!` at its end. A library that finds out which class is meant to win would cost every page 9 kB.
 */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
