import { scheduleReport } from "@/lib/registry/report/schedule";
import type { Story } from "./story";
import { workingDay } from "./time";
import { doneAt, type World } from "./world";

/** The weekly report goes out on Monday mornings. */
export async function* reportingStory({ now, people }: World): Story {
  const at = workingDay(now, 160, 10, 5);
  yield at;
  await scheduleReport(doneAt(people.nora, at), { enabled: true, weekday: 1, hour: 8, timeZone: "Europe/Berlin" });
}
