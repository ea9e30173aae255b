const RESERVED = ["example", "invalid", "test", "localhost"];
const RESERVED_DOMAINS = ["example.com", "example.net", "example.org"];

/** Whether an e-mail address can belong to nobody. Source: RFC 2606, names reserved for examples and tests. */
export function isNobodysAddress(email: string): boolean {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  if (RESERVED.includes(domain.slice(domain.lastIndexOf(".") + 1))) return true;
  return RESERVED_DOMAINS.some((each) => domain === each || domain.endsWith(`.${each}`));
}
