/** Something that can be begun from anywhere: a page that opens its own form. */
export type ShellCommand = { label: string; href: string };
