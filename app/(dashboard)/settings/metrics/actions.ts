"use server";

import { addMetric } from "@/lib/registry/metric-catalogue/add";
import { changeMetric } from "@/lib/registry/metric-catalogue/change";
import { removeMetric } from "@/lib/registry/metric-catalogue/remove";
import { action } from "@/lib/web/action";

const changed = () => ["/settings/metrics"];

export const addMetricAction = action(addMetric, changed);
export const changeMetricAction = action(changeMetric, changed);
export const removeMetricAction = action(removeMetric, changed);
