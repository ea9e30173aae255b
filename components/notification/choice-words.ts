import type { Choice } from "@/lib/core/notification/preference";

export const CHOICE_WORDS: Record<Choice, string> = {
  immediately: "At once",
  digest: "Daily digest",
  off: "Off",
};
