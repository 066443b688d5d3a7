import type { SyntaxNode } from '../../../shared/reader.ts';
import { type Call, describeCall, spoken, unwrapped } from './calls.ts';

/** More of a path tells a reader nothing new. */
const LONGEST_PATH = 40;
const ADDRESS = /^(?:https?|wss?):\/\/([\w.-]+)/i;
const PATH = /^\/[\w./:…-]*/;
const ASKING = /^(?:fetch|axios|request|fetchWithTimeout|nodeFetch|\$fetch|ofetch)$/;

/** What a request is made of, as a reader would recognise it: the host, the path, or the name that holds the address. Null when the call tells none. */
export function askedOf(call: Call): string | null {
  const [first] = call.arguments;
  const address = addressIn(first);
  const host = ADDRESS.exec(address)?.[1];
  if (host !== undefined) return `the call to ${host}`;
  const path = PATH.exec(address)?.[0];
  if (path !== undefined && path !== '/') return `${spoken(call)}('${shortened(path)}')`;
  const holder = ASKING.test(call.method) ? nameOf(first) : '';
  return holder === '' ? null : `the request to ${holder}`;
}

/** An address as it is written, `…` for what is filled in; after a base that is filled in, what follows it. */
function addressIn(node: SyntaxNode | undefined): string {
  const value = unwrapped(node);
  if (value?.type === 'Literal' && typeof value.value === 'string') return value.value;
  if (value?.type !== 'TemplateLiteral') return '';
  const parts = (value.quasis as readonly { value: { cooked?: string | null } }[]).map(
    quasi => quasi.value.cooked ?? '',
  );
  return parts.slice(parts[0] === '' ? 1 : 0).join('…');
}

function nameOf(node: SyntaxNode | undefined): string {
  const value = unwrapped(node);
  if (value?.type === 'Identifier') return String(value.name);
  return value?.type === 'MemberExpression' ? spoken(describeCall(value)) : '';
}

function shortened(path: string): string {
  return path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path;
}
