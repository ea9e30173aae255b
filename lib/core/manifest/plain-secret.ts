const SECRET = "pass(?:word|wd|phrase)|secret|token|api[_-]?key|private[_-]?key|credentials?";
const SECRET_IN_NAME = new RegExp(SECRET, "i");
const SECRET_AT_END = new RegExp(`(?:${SECRET})$`, "i");
/** A limit, a switch or a time span: `TOKEN_TTL=15m`, `MAX_TOKENS=4096`. */
const MEASURE = /^(?:true|false|on|off|yes|no|-?\d+(?:\.\d+)?\s*(?:[a-z%]{1,3})?)$/i;
/** Where a secret is found, not what it is. */
const REFERENCE =
  /^(?:\$\{[^}]+\}|(?:vault|op|awssm|arn|gcpsm|azurekv|file|env|ref\+[a-z0-9]+|secretref|kms):\S+|\/(?:run|var|etc|mnt|secrets|vault)\/\S+)$/i;
const SECRET_VALUES = [
  /:\/\/[^/\s:@]+:[^/\s@]+@/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\brdy_[a-z0-9-]+_[0-9a-f-]{36}_/i,
  /\b(?:gh[pousr]_[A-Za-z0-9]{20,}|AKIA[0-9A-Z]{16}|xox[abprs]-[A-Za-z0-9-]{10,})/,
];

/** Whether a variable or key is named as secrets are, and not as something about one: `DB_PASSWORD`, `GITHUB_TOKEN`. */
export const isSecretName = (name: string): boolean => SECRET_AT_END.test(name);

/**
 * Why a configuration value must not stand in a manifest, which everybody may read and nobody can erase; null where it
 * may. The reason never holds the value. Suspicious are names of secrets, save for an empty value, a reference such as
 * `vault:…`, and measures of things about secrets (`TOKEN_TTL=15m`); and values that show what they are. Pure.
 */
export function plainSecret(key: string, value: string): string | null {
  if (SECRET_VALUES.some((pattern) => pattern.test(value))) return "its value holds a credential";
  if (!SECRET_IN_NAME.test(key) || value === "" || REFERENCE.test(value)) return null;
  if (!SECRET_AT_END.test(key) && MEASURE.test(value)) return null;
  return "its name is that of a secret";
}
