export type Refusals = Partial<Record<"text" | "at" | "evidenceUrl", string>>;

type Typed = { text: string; at: string; evidenceUrl: string };

/** What the server would refuse, said before it is sent: what is sent later has no form any more to say it at. */
export function refusalsOf({ text, at, evidenceUrl }: Typed, now: Date): Refusals {
  return {
    ...(text === "" && { text: "write what happened" }),
    ...(at !== "" && !(Date.parse(at) <= now.getTime()) && { at: "must not lie in the future" }),
    ...(evidenceUrl !== "" && !isPage(evidenceUrl) && { evidenceUrl: "must be an http or https address" }),
  };
}

const isPage = (address: string): boolean => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
