/** The libraries and services through which code writes to a database, by how people call them. */
export const STORES = [
  'prisma',
  'typeorm',
  'sequelize',
  'knex',
  'mongoose',
  'mongodb',
  'drizzle',
  'kysely',
  'supabase',
  'firestore',
  'sql',
] as const;
export type Store = (typeof STORES)[number];

const PACKAGES: Readonly<Record<Store, readonly string[]>> = {
  prisma: ['@prisma/client', '@prisma/extension-accelerate'],
  typeorm: ['typeorm', '@nestjs/typeorm'],
  sequelize: ['sequelize', 'sequelize-typescript', '@nestjs/sequelize', '@sequelize/core'],
  knex: ['knex', 'objection', 'bookshelf'],
  mongoose: ['mongoose', '@nestjs/mongoose', '@typegoose/typegoose'],
  mongodb: ['mongodb', 'monk', 'mongojs'],
  drizzle: ['drizzle-orm'],
  kysely: ['kysely'],
  supabase: ['@supabase/supabase-js', '@supabase/ssr'],
  firestore: [
    'firebase-admin',
    'firebase-admin/firestore',
    '@google-cloud/firestore',
    'firebase/firestore',
    'firebase',
  ],
  sql: [
    'pg',
    'pg-promise',
    'postgres',
    'mysql',
    'mysql2',
    'mysql2/promise',
    'sqlite3',
    'sqlite',
    'better-sqlite3',
    'mssql',
    'oracledb',
    'slonik',
    '@neondatabase/serverless',
    '@vercel/postgres',
    'node:sqlite',
  ],
};
const BY_PACKAGE = new Map(STORES.flatMap(store => PACKAGES[store].map(name => [name, store] as const)));

/** Which store an import leads to, if it does. */
export function storeOf(specifier: string): Store | null {
  return BY_PACKAGE.get(specifier) ?? null;
}
