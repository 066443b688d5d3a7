/** Data that survives `JSON.parse(JSON.stringify(x))` unchanged, and can therefore be cached. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
