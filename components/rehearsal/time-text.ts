import { dayText } from "@/lib/core/approval/day-text";

/** "1 Mar 2026, 10:00 Europe/Berlin": as the clocks of those who agreed on it show it. */
export const timeText = ({ localTime, zone }: { localTime: string; zone: string }): string =>
  `${dayText(new Date(`${localTime}:00Z`))}, ${localTime.slice(11)} ${zone}`;
