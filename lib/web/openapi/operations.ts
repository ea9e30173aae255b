import { deploymentRequestRoute } from "../api/deployment-requests";
import { metricsRoute, rehearsalRoute, scorecardRoute, testResultsRoute } from "../api/evidence";
import { eventsRoute, flakyTestsRoute } from "../api/evidence-reads";
import { decisionRoute, evaluateRoute, previewRoute, simulateRoute } from "../api/gate";
import { getManifestRoute, putManifestRoute, releasedManifestRoute } from "../api/manifests";
import { advanceRoute, createRoute, detailRoute, listRoute } from "../api/releases";
import type { Operation } from "../endpoint";

/** Everything that the API offers, in the order in which a pipeline needs it. */
export const OPERATIONS: Operation[] = [
  createRoute,
  listRoute,
  detailRoute,
  advanceRoute,
  scorecardRoute,
  testResultsRoute,
  flakyTestsRoute,
  eventsRoute,
  metricsRoute,
  rehearsalRoute,
  putManifestRoute,
  getManifestRoute,
  releasedManifestRoute,
  evaluateRoute,
  previewRoute,
  decisionRoute,
  deploymentRequestRoute,
  simulateRoute,
].map(({ operation }) => operation);
