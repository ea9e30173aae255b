/** From Monday, which is 1 in ISO 8601, to Sunday, which is 7. */
export const WEEKDAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** The name of an ISO weekday from 1 to 7; empty for any other number. */
export const weekdayName = (weekday: number): string => WEEKDAY_NAMES[weekday - 1] ?? "";
