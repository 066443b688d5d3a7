import { z } from 'zod';
import { FILE_KINDS } from '../../shared/facts/source.ts';

/** What other tools read as exceptions and alternatives would silently match nothing here. */
const glob = z
  .string()
  .trim()
  .min(1)
  .refine(written => !/^!|[!?*+@]\(/.test(written), 'globs are written with *, **, ? and {a,b} only');
const globs = z.array(glob).max(10_000);
const names = z.array(z.string().trim().min(1)).max(10_000);

/** What `audit.yaml` may say. */
export const configurationSchema = z.strictObject({
  /** Files that are not looked at. */
  exclude: globs.optional(),
  /** What a file is for: a kind for each glob. */
  classify: z.record(glob, z.enum(FILE_KINDS)).optional(),
  /** The code through which money, identity or personal data flow. */
  critical: globs.optional(),
  people: z
    .strictObject({ show: z.enum(['handle', 'raw', 'anonymous']).optional(), bots: names.optional() })
    .optional(),
  price: z
    .strictObject({
      perDay: z.number().positive().max(1e9),
      currency: z.string().regex(/^[A-Z]{3}$/, 'a currency is three capital letters, as in EUR'),
    })
    .optional(),
  depth: z.enum(['quick', 'full']).optional(),
  only: names.min(1).optional(),
  skip: names.optional(),
});
export type Configuration = z.infer<typeof configurationSchema>;
