import type { PipelineFacts } from '../../shared/facts/pipelines.ts';

type Deployable = PipelineFacts['deployables'][number];

/** What suggests by its name alone that something runs as a service. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w.-]{1,60})?$|\.dockerfile$/i, 'Dockerfile'],
  [/(?:^|\/)Procfile$/, 'Procfile'],
  [/(?:^|\/)fly(?:\.[\w-]{1,60})?\.toml$/, 'Fly.io'],
  [/(?:^|\/)(?:vercel|now)\.json$/, 'Vercel'],
  [/(?:^|\/)netlify\.toml$/, 'Netlify'],
  [/(?:^|\/)serverless\.(?:ya?ml|ts|js|json)$/, 'Serverless'],
  [/(?:^|\/)(?:render|heroku)\.ya?ml$/, 'hosting configuration'],
  [/(?:^|\/)railway\.(?:json|toml)$/, 'Railway'],
  [/(?:^|\/)wrangler\.(?:toml|jsonc?)$/, 'Cloudflare Workers'],
  [/(?:^|\/)Chart\.ya?ml$/, 'Helm chart'],
  [/(?:^|\/)kustomization\.ya?ml$/, 'Kubernetes'],
  [/\.tf$/, 'Terraform'],
  [/(?:^|\/)(?:cdk\.json|Pulumi\.ya?ml|skaffold\.ya?ml|captain-definition|nixpacks\.toml)$/, 'infrastructure as code'],
  [/(?:^|\/)ecosystem\.config\.c?js$/, 'pm2'],
  [/(?:^|\/)(?:manage\.py|wsgi\.py|asgi\.py|config\.ru|artisan)$/, 'web framework'],
];
/** Files whose content decides. */
const BY_CONTENT: readonly (readonly [RegExp, RegExp, string])[] = [
  [/(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]{1,60})?\.ya?ml$/i, /^[ \t]+build:/m, 'docker-compose with a build'],
  [/(?:^|\/)app\.json$/, /"(?:buildpacks|formation|addons|stack)"\s*:/, 'Heroku'],
  [/(?:^|\/)app\.ya?ml$/, /^runtime:/m, 'App Engine'],
  [/(?:^|\/)manifest[\w.-]{0,60}\.ya?ml$/, /^applications:/m, 'Cloud Foundry'],
  [/(?:^|\/)template\.ya?ml$/, /AWS::Serverless/, 'AWS SAM'],
  [/\.ya?ml$/, /^kind:\s*["']?(?:Deployment|StatefulSet|DaemonSet|CronJob|Ingress|Rollout)\b/m, 'Kubernetes'],
];
const FRAMEWORKS = new Set(
  (
    'express fastify koa @nestjs/core next nuxt @hapi/hapi hono @remix-run/serve @remix-run/node @sveltejs/kit @adonisjs/core ' +
    'restify sails @feathersjs/express @feathersjs/koa @redwoodjs/api @loopback/rest egg @strapi/strapi moleculer-web polka @apollo/server'
  ).split(' '),
);
/** Images for developers, for tests and for examples run nowhere. */
const NOT_DEPLOYED =
  /(?:^|\/)(?:\.devcontainer|\.codesandbox|\.gitpod|\.github|\.ci|\.circleci|tests?|__tests__|spec|e2e|examples?|fixtures?|docs?|benchmarks?|\.vscode)(?:\/|$)|(?:^|\/)\.?gitpod|(?:Dockerfile|compose)[.-](?:dev|test|ci|local|e2e|tests|development)\b/i;

export function mayBeDeployable(path: string): boolean {
  return (
    /(?:^|\/)package\.json$|\.ya?ml$/.test(path) ||
    BY_NAME.some(([name]) => name.test(path)) ||
    /(?:^|\/)app\.json$/.test(path)
  );
}

/** What in one file suggests that this repository runs as a service, or null. */
export function deployableOf(path: string, text: string): Deployable | null {
  if (NOT_DEPLOYED.test(path)) return null;
  const named = BY_NAME.find(([name]) => name.test(path));
  if (named) return { path, sign: named[1] };
  const told = BY_CONTENT.find(([name, content]) => name.test(path) && content.test(text));
  if (told) return { path, sign: told[2] };
  return /(?:^|\/)package\.json$/.test(path) ? startScript(path, text) : null;
}

/** A package that starts itself and stands on a web framework. */
function startScript(path: string, text: string): Deployable | null {
  try {
    const manifest = JSON.parse(text) as {
      scripts?: { start?: unknown };
      dependencies?: Record<string, unknown>;
    } | null;
    if (typeof manifest?.scripts?.start !== 'string') return null;
    const framework = Object.keys(manifest.dependencies ?? {}).find(name => FRAMEWORKS.has(name));
    return framework === undefined ? null : { path, sign: `start script on ${framework}` };
  } catch {
    return null;
  }
}
