import type { ImportFact } from '../../shared/facts/source.ts';

/** What flows through code that uses a package, for which a mistake there costs more than elsewhere. */
export const SENSITIVITIES = ['payment', 'authentication', 'personal-data'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** How a reader is told what the package is. */
export const SPOKEN: Readonly<Record<Sensitivity, string>> = {
  payment: 'a payment SDK',
  authentication: 'an authentication library',
  'personal-data': "a service that holds customers' personal data",
};

/** Packages by name; `*` at the end stands for any rest, a sub-path narrows to that part of a package. */
const PACKAGES = {
  payment: `
    stripe @stripe/* stripe-* react-stripe-elements braintree braintree-web braintree-web-drop-in* adyen @adyen/* @paypal/* paypal-* plaid
    plaid-* react-plaid-link square @square/web-sdk react-square-web-payments-sdk @mollie/* mollie-* razorpay paystack* @paystack/* flutterwave* @flutterwave/*
    klarna* @klarna/* gocardless-* wepay authorizenet checkout-sdk-node @checkout.com/* chargebee* recurly @recurly/* @paddle/* paddle-sdk
    @lemonsqueezy/* dwolla-* @mangopay/* mangopay* coinbase-commerce-node @coinbase/* iyzipay midtrans-client mercadopago @mercadopago/*
    @worldpay/* @ravelin/* worldline* @sumup/* transferwise* opennode omise @google-pay/* @medusajs/payment*
    @polar-sh/sdk dodopayments react-native-iap @revenuecat/* react-native-purchases`,
  authentication: `
    jsonwebtoken jose jose-* jwt-simple njwt fast-jwt express-jwt jwks-rsa koa-jwt @fastify/jwt fastify-jwt @nestjs/jwt @nestjs/passport
    @hapi/jwt passport passport-* @passport-js/* bcrypt bcryptjs bcrypt-* argon2 @node-rs/argon2 @node-rs/bcrypt scrypt-kdf next-auth @auth/*
    @next-auth/* auth0 auth0-js @auth0/* express-openid-connect @clerk/* firebase-admin/auth firebase/auth @firebase/auth oidc-provider
    oidc-client* openid-client @okta/okta-* @okta/oidc-middleware @azure/msal-* msal amazon-cognito-identity-js @aws-amplify/auth aws-amplify/auth
    @aws-sdk/client-cognito-identity-provider keycloak-* @keycloak/* supertokens* lucia @lucia-auth/* better-auth @better-auth/*
    @supabase/auth-* simple-oauth2 oauth oauth2-server @node-oauth/* oauth4webapi arctic node-saml @node-saml/* samlify saml2-js
    passport-saml @simplewebauthn/* fido2-lib otplib speakeasy otpauth @workos-inc/* @stytch/* stytch @descope/* @kinde-oss/* @logto/*
    @ory/* ldapjs ldapts activedirectory2 google-auth-library @oslojs/oauth2 @oslojs/crypto iron-session @hapi/bell @hapi/iron
    credential pbkdf2-password @boxyhq/saml-jackson`,
  'personal-data': `
    @onfido/* onfido-* @sumsub/* @veriff/* persona-react @jumio/* @trulioo/* intercom-client @hubspot/api-client jsforce
    pipedrive @mailchimp/* mailchimp-* @customerio/* customerio-node @segment/analytics-node analytics-node fhir fhirclient
    @medplum/* @smile-cdr/* node-fhir* zendesk-* node-zendesk @evervault/* @basis-theory/* @skyflow/* @verygoodsecurity/*`,
} as const satisfies Record<Sensitivity, string>;

/** They tell a page who is looking at it; identity is checked elsewhere. */
const ONLY_DISPLAYS =
  /^(?:next-auth\/react|@clerk\/(?:clerk-react|themes|localizations|types)|@auth0\/auth0-react|@okta\/okta-react|@azure\/msal-react)$/;

/** What only tells who is there, or is shown to whoever is: the check that it rests on stands elsewhere. */
const ONLY_READS = new Set(
  `getServerSession unstable_getServerSession getSession getToken useSession Session DefaultSession SessionProvider auth
  currentUser useAuth useUser useUserButton SignedIn SignedOut UserButton UserProfile ClerkProvider UserProvider
  getKindeServerSession useKindeBrowserClient useKindeAuth useStytchUser useStytchSession useLogto useAuth0
  fetchAuthSession getCurrentUser fetchUserAttributes`.split(/\s+/),
);

const { exact, open } = compile();

/** What the import of these names says about the file, or null for everything harmless. */
export function sensitivityOf({ specifier, names }: ImportFact, packageName: string): Sensitivity | null {
  const found = sensitivityOfPackage(specifier, packageName);
  const onlyReads = names.length > 0 && names.every(name => ONLY_READS.has(name));
  return found === 'authentication' && onlyReads ? null : found;
}

function sensitivityOfPackage(specifier: string, packageName: string): Sensitivity | null {
  if (ONLY_DISPLAYS.test(specifier)) return null;
  const found = exact.get(packageName) ?? exact.get(specifier);
  if (found !== undefined) return found;
  return open.find(({ head }) => packageName.startsWith(head))?.sensitivity ?? null;
}

function compile() {
  const exact = new Map<string, Sensitivity>();
  const open: { head: string; sensitivity: Sensitivity }[] = [];
  for (const sensitivity of SENSITIVITIES)
    for (const name of PACKAGES[sensitivity].trim().split(/\s+/))
      if (name.endsWith('*')) open.push({ head: name.slice(0, -1), sensitivity });
      else exact.set(name, sensitivity);
  return { exact, open };
}
