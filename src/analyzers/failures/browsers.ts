import type { Manifest } from '../../shared/facts/manifests.ts';
import { folderOf, nearestFolder } from '../../shared/folder.ts';
import { type Store, storeOf } from './stores.ts';

/** What is built with one of these is shown to people. */
const SHOWING =
  /^(?:react-dom|react-native|expo|preact|vue|svelte|solid-js|@angular\/core|ember-source|lit|alpinejs|jquery|@tauri-apps\/api|@ionic\/.+)$/;
/** Who asks for one of these to run also has a server, or is one. */
const SERVING = new RegExp(
  `^(?:${[
    'express|fastify|koa|hono|polka|restify|sails|@hapi/hapi|@feathersjs/.+|@adonisjs/.+|@nestjs/(?:core|common)|@trpc/server|meteor-.+',
    'next|next-auth|nuxt|astro|gatsby|vike|@sveltejs/kit|@remix-run/.+|@react-router/(?:node|serve|cloudflare|dev)|@tanstack/.+-start|@solidjs/start',
    '@angular/(?:ssr|platform-server)|@apollo/server|apollo-server.*|graphql-yoga|socket\\.io|ws|electron|aws-lambda|firebase-(?:admin|functions)',
    'nodemailer|resend|@react-email/.+|redis|ioredis|bull|bullmq|amqplib|kafkajs|stripe|jsonwebtoken|bcrypt|bcryptjs|dotenv',
  ].join('|')})$`,
);
/** These are asked from browsers as well. */
const ASKED_FROM_ANYWHERE: ReadonlySet<Store> = new Set(['firestore', 'supabase']);

/** Tells of a file whether its package is only shown to people, in a browser or on a phone: by what its manifest asks for. */
export function findBrowserPackages(manifests: readonly Manifest[]): (path: string) => boolean {
  const shown = new Map(manifests.map(manifest => [folderOf(manifest.path), isOnlyShown(manifest)]));
  return path => shown.get(nearestFolder(path, shown)) ?? false;
}

/** The root of a workspace asks for what its parts need. A library that its users must have such a thing for is shown with it. */
function isOnlyShown({ dependencies, workspaces }: Manifest): boolean {
  if (workspaces.length > 0) return false;
  if (!dependencies.some(({ name }) => SHOWING.test(name))) return false;
  return !dependencies.some(({ name, group }) => group !== 'development' && serves(name));
}

function serves(name: string): boolean {
  const store = storeOf(name);
  return SERVING.test(name) || (store !== null && !ASKED_FROM_ANYWHERE.has(store));
}
