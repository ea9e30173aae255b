import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type Viewer, viewer } from "./actor";

/** The viewer of a page; sends those who are not signed in to sign in and back. */
export async function pageViewer(): Promise<Viewer> {
  const found = await viewer();
  if (found) return found;
  const path = (await headers()).get("x-path") ?? "/";
  redirect(`/sign-in?back=${encodeURIComponent(path)}`);
}
