/**
 * Text kept for this tab over a reload of its page; it goes when the tab is closed. A browser that keeps nothing for
 * pages loses it with the page.
 */
export function keptInTab(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keepInTab(key: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // Nothing is kept, and what is typed is still on the page.
  }
}
