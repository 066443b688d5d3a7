import { storeOf } from '../stores.ts';
import { argumentsOf, type Link } from './calls.ts';
import { keysOf, propertyOf, touchesOnly } from './literals.ts';
import { CLASS_NAME } from './models.ts';
import type { Names } from './names.ts';
import { INSTANCE, MONGO, PRISMA, QUERY, REPOSITORY, STATICS, verbIn } from './verbs.ts';
import type { Recognise } from './writes.ts';

const PRISMA_CLIENT = /prisma|^(?:db|database|client|tx|trx|orm)$/i;
const REPOSITORY_NAME = /(?:Repo|Repository)$/i;
const MODEL_NAME = /^[a-z]\w*Model$/;
const MANAGER_NAME = /^(?:manager|entityManager)$/i;
const MODEL_FOLDER = /(?:^|[/._-])(?:models?|entit(?:y|ies)|schemas?|db|database)(?:[/._-]|$)/i;
const OF_MODELS = ['sequelize', 'mongoose', 'typeorm'] as const;

/** `prisma.user.update({ where, data })` */
const prisma: Recognise = ({ root, links, method, arguments: [first] }) => {
  const does = verbIn(PRISMA, method);
  const [client, model] = [links.at(-3)?.name ?? root, links.at(-2)];
  if (does === undefined || model === undefined || model.call !== null || !/^[a-z]/.test(model.name)) return null;
  const keys = keysOf(first);
  const fits = keys.includes('data') || keys.includes('where') || (keys.length === 0 && method.endsWith('Many'));
  if (!fits || !PRISMA_CLIENT.test(client)) return null;
  const touches = does === 'update' && touchesOnly(propertyOf(first, method === 'upsert' ? 'update' : 'data'));
  return { does, target: model.name, stores: ['prisma'], sure: true, touches };
};

/** `this.userRepository.save(user)`, `manager.save(User, user)` */
const repository: Recognise = ({ root, links, method, arguments: [first] }, names) => {
  const does = verbIn(REPOSITORY, method);
  const holder = links.at(-2);
  const name = holder?.name ?? root;
  if (does === undefined || holder?.call) return null;
  const told = { does, stores: ['typeorm'], sure: false, touches: false } as const;
  if (MANAGER_NAME.test(name)) return { ...told, target: first?.type === 'Identifier' ? String(first.name) : '' };
  if (!REPOSITORY_NAME.test(name) && names.type(name) !== 'Repository') return null;
  return { ...told, target: name.replace(REPOSITORY_NAME, '') || name };
};

/** `User.updateOne(…)`, `db.collection('users').insertOne(…)` */
const mongo: Recognise = ({ root, links, method, arguments: [, second] }) => {
  const does = verbIn(MONGO, method);
  if (does === undefined || links.length === 0) return null;
  const collection = links.find(({ name }) => name === 'collection')?.call;
  const named = argumentsOf(collection ?? null)[0]?.value;
  const target = typeof named === 'string' ? named : (links.at(-2)?.name ?? root);
  const touches = does === 'update' && touchesOnly(second);
  return { does, target, stores: ['mongoose', 'mongodb'], sure: false, touches };
};

/** `User.create(…)`, where the file takes `User` from where models are kept; `this.userModel.create(…)` */
const statics: Recognise = ({ root, links, method, arguments: [first] }, names) => {
  const does = verbIn(STATICS, method);
  const holder = links.at(-2)?.name ?? root;
  if (does === undefined || links.length === 0 || links.length > 2 || links.some(isCalledBefore)) return null;
  const isModel = CLASS_NAME.test(holder) ? comesFromModels(root, names) : MODEL_NAME.test(holder);
  if (!isModel) return null;
  const touches = does === 'update' && touchesOnly(first);
  return { does, target: holder.replace(/Model$/, '') || holder, stores: OF_MODELS, sure: false, touches };
};

/** `User.query().insert(…)` */
const objection: Recognise = ({ root, links, method, arguments: [first] }) => {
  const does = verbIn(QUERY, method);
  const [query] = links;
  if (does === undefined || query?.name !== 'query' || query.call === null || !CLASS_NAME.test(root)) return null;
  return { does, target: root, stores: ['knex'], sure: false, touches: does === 'update' && touchesOnly(first) };
};

/** `await order.save()`: what it is called on is one thing, and its file knows a library of models. */
const instance: Recognise = ({ root, links, method, arguments: parts }, names, { promised }) => {
  const does = promised ? verbIn(INSTANCE, method) : undefined;
  const holder = links.at(-2)?.name ?? root;
  if (does === undefined || links.length > 3 || links.some(isCalledBefore) || !/^[a-z]/.test(holder)) return null;
  if (holder === 'this' || root === '' || parts.length > (method === 'update' ? 2 : 1)) return null;
  const stores = method === 'save' ? OF_MODELS : (['sequelize'] as const);
  const touches = does === 'update' && touchesOnly(parts[0]);
  const model = links.length === 1 ? names.model(holder) : null;
  const told = { does, stores, sure: false, touches, row: true } as const;
  return model === null ? { ...told, target: holder, nameless: true } : { ...told, target: model };
};

/** The shapes of writes that go through a model. */
export const BY_MODEL: readonly Recognise[] = [prisma, repository, mongo, statics, objection, instance];

function comesFromModels(root: string, names: Names): boolean {
  const origin = names.origin(root);
  return origin !== null && (MODEL_FOLDER.test(origin) || storeOf(origin) !== null);
}

function isCalledBefore({ call }: Link, index: number, links: readonly Link[]): boolean {
  return call !== null && index < links.length - 1;
}
