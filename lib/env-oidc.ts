import { BlockList, isIP } from "node:net";

const REQUIRED = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
const DEPENDENT = ["OIDC_NAME", "OIDC_GROUPS_CLAIM", "OIDC_SCOPE"] as const;
type Given = Partial<Record<(typeof REQUIRED)[number] | (typeof DEPENDENT)[number], string>> & {
  READINESS_ALLOW_PRIVATE_ADDRESSES?: string;
};

/** What is wrong with the identity provider's part of the configuration: variable and message. */
export function oidcFaults(given: Given): [variable: string, message: string][] {
  const present = [...REQUIRED, ...DEPENDENT].filter((name) => given[name] !== undefined);
  if (present.length === 0) return [];
  const missing = REQUIRED.filter((name) => given[name] === undefined);
  const faults = missing.map((name): [string, string] => [name, `must be set too, because ${present[0]} is`]);
  if (given.OIDC_ISSUER && !isSafeIssuer(given.OIDC_ISSUER, given.READINESS_ALLOW_PRIVATE_ADDRESSES)) {
    faults.push(["OIDC_ISSUER", "must be an https:// address: http:// is for loopback and allowed private addresses"]);
  }
  return faults;
}

/** Tokens and the client's secret travel to it: in the clear only within the machine, or where an administrator says so. */
function isSafeIssuer(issuer: string, allowed: string | undefined): boolean {
  const { protocol, hostname } = new URL(issuer);
  if (protocol === "https:") return true;
  const host = hostname.replace(/^\[|\]$/g, "");
  const family = isIP(host);
  if (host === "localhost" || host === "::1" || (family === 4 && host.startsWith("127."))) return true;
  // A name's address is not known here: only permission for all of them covers it.
  if (!allowed || allowed === "true") return allowed === "true";
  return family !== 0 && rangesOf(allowed).check(host, family === 4 ? "ipv4" : "ipv6");
}

function rangesOf(texts: string): BlockList {
  const list = new BlockList();
  for (const text of texts.split(",")) {
    const [address = "", bits = ""] = text.trim().split("/");
    list.addSubnet(address, Number(bits), isIP(address) === 4 ? "ipv4" : "ipv6");
  }
  return list;
}
