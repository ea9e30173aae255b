import { metricsRoute, rehearsalRoute, scorecardRoute } from "../api/evidence";
import { decisionRoute, evaluateRoute, previewRoute, simulateRoute } from "../api/gate";
import { getManifestRoute, putManifestRoute } from "../api/manifests";
import { advanceRoute, createRoute, detailRoute, listRoute } from "../api/releases";
import type { Operation } from "../endpoint";

/** Everything that the API offers, in the order in which a pipeline needs it. */
export const OPERATIONS: Operation[] = [
  createRoute,
  listRoute,
  detailRoute,
  advanceRoute,
  scorecardRoute,
  metricsRoute,
  rehearsalRoute,
  putManifestRoute,
  getManifestRoute,
  evaluateRoute,
  previewRoute,
  decisionRoute,
  simulateRoute,
].map(({ operation }) => operation);
