import { z } from "zod";

/** A release's version as people write it: `2025.10.01`, `v1.4.0-rc.1`. */
export const versionText = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}$/,
    "must be 1 to 100 letters, digits, dots, dashes, plus signs or underscores",
  );

/** A git commit, abbreviated or whole, in lower-case hex. */
export const commitText = z
  .string()
  .regex(/^[0-9a-f]{7,64}$/, "must be a git commit hash in lower-case hex (7 to 64 digits)");

/** The short name in addresses, pipelines and tokens: `service-api`, `production`. */
export const slugText = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,62}$/, "must start with a letter and hold only lower-case letters, digits and dashes");
