import { openBrowserStage } from "@/lib/launch/browser-stage";
import { runMain } from "@/lib/launch/console";
import { runForLifetime } from "@/lib/launch/lifetime";
import { reportJavaScript } from "./javascript";
import { reportLighthouse } from "./lighthouse";
import { reportNavigation } from "./navigation";
import { routesOf } from "./routes";

/** What the product costs in a browser, on the sample data: its scripts, its navigation and Lighthouse's scores. */
await runMain(() =>
  runForLifetime(async (lifetime) => {
    const stage = await openBrowserStage(lifetime, "bench-server.log");
    const routes = await routesOf(stage.context);
    await reportJavaScript(stage, routes);
    await reportNavigation(stage.context);
    await reportLighthouse(stage, routes);
    return 0;
  }),
);
