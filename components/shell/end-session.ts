/** Ends the session in this browser. Its code is fetched when it is needed: nobody signs out on most pages. */
export async function endSession(): Promise<void> {
  const { signOut } = await import("next-auth/react");
  await signOut({ callbackUrl: "/sign-in" });
}
