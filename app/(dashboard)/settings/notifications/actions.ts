"use server";

import { retryNotification } from "@/lib/registry/notification/retry";
import { createChannel } from "@/lib/registry/notification-channel/create";
import { removeChannel } from "@/lib/registry/notification-channel/remove";
import { setChannelEnabled } from "@/lib/registry/notification-channel/set-enabled";
import { updateChannel } from "@/lib/registry/notification-channel/update";
import { scheduleReport } from "@/lib/registry/report/schedule";
import { action } from "@/lib/web/action";
import { sendTest } from "@/lib/web/notification-test";

const changed = () => ["/settings/notifications"];

export const createChannelAction = action(createChannel, changed);
export const updateChannelAction = action(updateChannel, changed);
export const setChannelEnabledAction = action(setChannelEnabled, changed);
export const removeChannelAction = action(removeChannel, changed);
export const sendTestAction = action(sendTest, changed);
export const retryNotificationAction = action(retryNotification, changed);
export const scheduleReportAction = action(scheduleReport, changed);
