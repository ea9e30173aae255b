export type Toast = { tone: "success" | "error" | "warning"; text: string };
type Hearer = (toast: Toast) => void;

const waiting: Toast[] = [];
const asked = new Set<() => void>();
let hearer: Hearer | null = null;

function say(toast: Toast): void {
  if (hearer) hearer(toast);
  else {
    waiting.push(toast);
    for (const tell of asked) tell();
  }
}

/** Short confirmations. An error that needs reading belongs beside its cause instead. */
export const toast = {
  success: (text: string) => say({ tone: "success", text }),
  error: (text: string) => say({ tone: "error", text }),
  warning: (text: string) => say({ tone: "warning", text }),
};

/** Calls back when something is to be said and nobody hears it yet. */
export function whenAsked(tell: () => void): () => void {
  asked.add(tell);
  if (waiting.length > 0) tell();
  return () => asked.delete(tell);
}

/** Hears what was said before, then everything that follows. */
export function hearToasts(hear: Hearer): () => void {
  hearer = hear;
  for (const toast of waiting.splice(0)) hear(toast);
  return () => {
    if (hearer === hear) hearer = null;
  };
}
