const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** A LIKE pattern for text that contains these very characters. */
export const likePattern = (text: string): string => `%${escaped(text)}%`;

/** A LIKE pattern for text that starts with these very characters. */
export const prefixPattern = (text: string): string => `${escaped(text)}%`;
