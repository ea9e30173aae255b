import NextAuth, { type NextAuthOptions } from "next-auth";
import { admitProvider } from "@/lib/auth/admit-provider";
import { OIDC } from "@/lib/auth/oidc";
import { authOptions } from "@/lib/auth/options";
import { problemResponse } from "@/lib/web/problem";
import { requireSameOrigin } from "@/lib/web/same-origin";

type Context = { params: Promise<{ nextauth: string[] }> };
type SignInCallback = NonNullable<NonNullable<NextAuthOptions["callbacks"]>["signIn"]>;

const signIn: SignInCallback = ({ user, account, profile }) =>
  account?.provider === OIDC ? admitProvider(user, profile) : true;

async function handle(request: Request, context: Context): Promise<Response> {
  try {
    if (request.method !== "GET") requireSameOrigin(request.headers);
  } catch (error) {
    return problemResponse(error);
  }
  const options = authOptions();
  return NextAuth({ ...options, callbacks: { ...options.callbacks, signIn } })(request, context);
}

export { handle as GET, handle as POST };
