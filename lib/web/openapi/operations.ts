import { changeItemRoute, closeItemRoute, createItemRoute, itemRoute, itemsRoute } from "../api/action-items";
import { archiveRoute } from "../api/archives";
import { calendarsRoute } from "../api/calendars";
import { deploymentRequestRoute } from "../api/deployment-requests";
import { reportDeploymentRoute } from "../api/deployments";
import { metricsRoute, rehearsalRoute, scorecardRoute, testResultsRoute } from "../api/evidence";
import { evidencePackRoute } from "../api/evidence-packs";
import { eventsRoute, flakyTestsRoute } from "../api/evidence-reads";
import { decisionRoute, evaluateRoute, previewRoute, simulateRoute } from "../api/gate";
import { incidentAnalyticsRoute } from "../api/incident-analytics";
import { entriesRoute, noteRoute, timelineStreamRoute } from "../api/incident-timeline";
import {
  acknowledgeIncidentRoute,
  declareIncidentRoute,
  incidentRoute,
  listIncidentsRoute,
  moveIncidentRoute,
  resolveIncidentRoute,
} from "../api/incidents";
import { draftManifestRoute, getManifestDraftRoute } from "../api/manifest-drafts";
import { getManifestRoute, putManifestRoute, releasedManifestRoute } from "../api/manifests";
import {
  importPostmortemRoute,
  postmortemJsonRoute,
  postmortemMarkdownRoute,
  postmortemRoute,
  putPostmortemRoute,
} from "../api/postmortems";
import { readinessRoute } from "../api/readiness";
import { readinessReportRoute } from "../api/readiness-report";
import { rehearsalCalendarRoute } from "../api/rehearsal-calendar";
import { advanceRoute, createRoute, detailRoute, listRoute } from "../api/releases";
import { searchRoute } from "../api/search";
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
  rehearsalCalendarRoute,
  getManifestDraftRoute,
  draftManifestRoute,
  putManifestRoute,
  getManifestRoute,
  releasedManifestRoute,
  archiveRoute,
  evidencePackRoute,
  evaluateRoute,
  previewRoute,
  decisionRoute,
  calendarsRoute,
  deploymentRequestRoute,
  reportDeploymentRoute,
  simulateRoute,
  declareIncidentRoute,
  listIncidentsRoute,
  incidentAnalyticsRoute,
  incidentRoute,
  acknowledgeIncidentRoute,
  moveIncidentRoute,
  resolveIncidentRoute,
  entriesRoute,
  noteRoute,
  timelineStreamRoute,
  postmortemRoute,
  putPostmortemRoute,
  postmortemMarkdownRoute,
  postmortemJsonRoute,
  importPostmortemRoute,
  createItemRoute,
  itemsRoute,
  itemRoute,
  changeItemRoute,
  closeItemRoute,
  readinessRoute,
  readinessReportRoute,
  searchRoute,
].map(({ operation }) => operation);
