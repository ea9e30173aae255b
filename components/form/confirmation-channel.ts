const CHANNEL = "readiness-confirmation";

/** Between windows of this site. Not `window.opener`, which a provider's pages may cut off. */
export function tellConfirmation(id: string): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(id);
  channel.close();
}

/** Hears of the next confirmations until the function that it returns is called. */
export function hearConfirmation(heard: (id: string) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "string") heard(data);
  };
  return () => channel.close();
}
