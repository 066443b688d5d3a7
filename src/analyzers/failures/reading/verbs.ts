/** What a method of a library does to a table. */
export type Doing = 'create' | 'update' | 'delete';

/** What the methods of a library do, by their names. */
export type Verbs = Readonly<Record<string, Doing>>;

export const PRISMA: Verbs = {
  create: 'create',
  createMany: 'create',
  createManyAndReturn: 'create',
  update: 'update',
  updateMany: 'update',
  updateManyAndReturn: 'update',
  upsert: 'update',
  delete: 'delete',
  deleteMany: 'delete',
};

/** Names that no other library has for anything else. */
export const MONGO: Verbs = {
  insertOne: 'create',
  insertMany: 'create',
  updateOne: 'update',
  updateMany: 'update',
  replaceOne: 'update',
  bulkWrite: 'update',
  findOneAndUpdate: 'update',
  findOneAndReplace: 'update',
  findByIdAndUpdate: 'update',
  deleteOne: 'delete',
  deleteMany: 'delete',
  findOneAndDelete: 'delete',
  findOneAndRemove: 'delete',
  findByIdAndDelete: 'delete',
  findByIdAndRemove: 'delete',
};

/** Of a class of models, in Sequelize and in part in Mongoose. */
export const STATICS: Verbs = {
  create: 'create',
  bulkCreate: 'create',
  findOrCreate: 'create',
  update: 'update',
  upsert: 'update',
  increment: 'update',
  decrement: 'update',
  destroy: 'delete',
};

/** Of one model. */
export const INSTANCE: Verbs = { save: 'update', update: 'update', destroy: 'delete' };

/** Of a repository or entity manager, in TypeORM. */
export const REPOSITORY: Verbs = {
  save: 'update',
  insert: 'create',
  update: 'update',
  upsert: 'update',
  increment: 'update',
  decrement: 'update',
  delete: 'delete',
  remove: 'delete',
  softDelete: 'delete',
  softRemove: 'delete',
  restore: 'update',
};

/** Of a query on a table, in Knex and in Supabase. */
export const TABLE: Verbs = {
  insert: 'create',
  update: 'update',
  increment: 'update',
  decrement: 'update',
  upsert: 'update',
  del: 'delete',
  delete: 'delete',
  truncate: 'delete',
};

/** Of a query on a model, in Objection. */
export const QUERY: Verbs = {
  insert: 'create',
  insertAndFetch: 'create',
  insertGraph: 'create',
  patch: 'update',
  patchAndFetchById: 'update',
  update: 'update',
  delete: 'delete',
  deleteById: 'delete',
};

/** Of Kysely's database. */
export const KYSELY: Verbs = { insertInto: 'create', updateTable: 'update', deleteFrom: 'delete' };

/** Of Drizzle's database, each with what must follow. */
export const DRIZZLE: Verbs = { insert: 'create', update: 'update', delete: 'delete' };
export const AFTER_DRIZZLE: Readonly<Record<Doing, string>> = { create: 'values', update: 'set', delete: 'where' };

/** Of a document or collection in Firestore. */
export const DOCUMENT: Verbs = { add: 'create', set: 'update', update: 'update', delete: 'delete' };
export const DOCUMENT_FUNCTIONS: Verbs = {
  addDoc: 'create',
  setDoc: 'update',
  updateDoc: 'update',
  deleteDoc: 'delete',
};

/** Looks a method up; what every object has is no method of a library. */
export function verbIn(verbs: Verbs, method: string): Doing | undefined {
  return Object.hasOwn(verbs, method) ? verbs[method] : undefined;
}
