import type { Role } from "@/lib/core/access";

/** Everybody of the sample: at least one person for each role, two where a release needs somebody to fall back on. */
export const PEOPLE = {
  nora: { name: "Nora Lindqvist", roles: ["admin"] },
  tomas: { name: "Tomas Okafor", roles: ["change-board"] },
  ines: { name: "Ines Carvalho", roles: ["change-board", "product-owner"] },
  priya: { name: "Priya Raman", roles: ["sre-on-call"] },
  lukas: { name: "Lukas Brandt", roles: ["sre-on-call"] },
  mei: { name: "Mei Tanaka", roles: ["product-owner"] },
  jonas: { name: "Jonas Weber", roles: ["release-engineer"] },
  amara: { name: "Amara Diallo", roles: ["release-engineer"] },
  sofia: { name: "Sofia Moretti", roles: ["engineer"] },
  kenji: { name: "Kenji Mori", roles: ["engineer"] },
  elif: { name: "Elif Demir", roles: ["engineer"] },
  rafael: { name: "Rafael Costa", roles: ["incident-commander"] },
  hanna: { name: "Hanna Virtanen", roles: ["viewer"] },
} as const satisfies Record<string, { name: string; roles: readonly Role[] }>;

export type PersonKey = keyof typeof PEOPLE;
export const PERSON_KEYS = Object.keys(PEOPLE) as PersonKey[];
export const ADMIN: PersonKey = "nora";

export const emailOf = (key: PersonKey): string => `${key}@meridian.example`;
