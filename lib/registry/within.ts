import { DomainError, isDomainError } from "@/lib/core/errors";

/** Runs a reader of a nested document so that its errors name the fields from the whole input on: `document.suites[0]`. */
export function within<T>(key: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const issues = error.issues.map(({ path, message }) => ({ path: placeIn(key, path), message }));
    throw new DomainError(error.code, error.message, issues);
  }
}

function placeIn(key: string, path: string): string {
  if (path === "") return key;
  return path.startsWith("[") ? `${key}${path}` : `${key}.${path}`;
}
