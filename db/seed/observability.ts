import { addDashboard } from "@/lib/registry/dashboard/add";
import { addMetric } from "@/lib/registry/metric-catalogue/add";
import { SERVICE_SLUGS, SERVICES, type ServiceSlug } from "./catalogue";
import { doneAt, type World } from "./world";

/** Its metrics are new to the catalogue: what a team still has to write down. */
const UNWRITTEN: ServiceSlug = "llm-runtime";

/** The links that releases get, and the runbooks of what the services measure. */
export async function writeCatalogue({ people, services }: World, at: Date): Promise<void> {
  const engineer = doneAt(people.amara, at);
  const base = "https://grafana.meridian.example/d";
  const query = "var-service={service}&var-environment={environment}&from={from}&to={to}";
  await addDashboard(engineer, { serviceId: null, label: "Golden signals", urlTemplate: `${base}/golden?${query}` });
  const api = { serviceId: services["service-api"], label: "API by route" };
  await addDashboard(engineer, { ...api, urlTemplate: `${base}/api-routes?${query}&var-version={version}` });
  for (const service of SERVICE_SLUGS) {
    if (service === UNWRITTEN) continue;
    const { owner, metrics } = SERVICES[service];
    for (const name of Object.keys(metrics)) {
      const runbookUrl = `https://runbooks.meridian.example/${service}/${name}`;
      await addMetric(engineer, { service, name, owner, runbookUrl });
    }
  }
}
