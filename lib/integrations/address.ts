import { BlockList, isIP } from "node:net";

/** IPv4 ranges that are not public unicast. Source: IANA's special-purpose address registry. */
const NOT_PUBLIC_4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
/** Global unicast, and within it what is documentation or carries an IPv4 address (Teredo, 6to4). */
const GLOBAL_6 = ["2000::/3"];
const NOT_PUBLIC_6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"];

const notPublic4 = rangesOf(NOT_PUBLIC_4);
const global6 = rangesOf(GLOBAL_6);
const notPublic6 = rangesOf(NOT_PUBLIC_6);

/** Ranges such as `10.0.0.0/8`. Throws for one that is none. */
export function rangesOf(texts: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of texts) {
    const [address = "", bits = ""] = text.trim().split("/");
    list.addSubnet(address, Number(bits), familyOf(address));
  }
  return list;
}

/**
 * Whether a request may go to this address: a public unicast one, or one that an administrator allowed (`true` for
 * all, else ranges). An IPv4 address written as an IPv6 one is judged as the IPv4 address that it is.
 */
export function isAllowedAddress(address: string, allowed: string | undefined): boolean {
  const plain = unmapped(address);
  if (isIP(plain) === 0) return false;
  if (allowed === "true") return true;
  if (allowed && rangesOf(allowed.split(",")).check(plain, familyOf(plain))) return true;
  if (isIP(plain) === 4) return !notPublic4.check(plain, "ipv4");
  return global6.check(plain, "ipv6") && !notPublic6.check(plain, "ipv6");
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIP(address) === 4 ? "ipv4" : "ipv6";
}

/** `::ffff:10.0.0.1`, `::ffff:a00:1` and every other spelling of it → `10.0.0.1`. */
function unmapped(address: string): string {
  if (isIP(address) !== 6) return address;
  const canonical = new URL(`http://[${address.replace(/%.*$/, "")}]/`).hostname.slice(1, -1);
  const match = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical);
  if (!match) return canonical;
  const [high, low] = [Number.parseInt(match[1] ?? "", 16), Number.parseInt(match[2] ?? "", 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
