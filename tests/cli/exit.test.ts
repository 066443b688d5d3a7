import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foundCompany } from './company.ts';

let shop: ReturnType<typeof foundCompany>;
beforeEach(() => {
  shop = foundCompany();
});
afterEach(() => shop.close());

const environment = () => ({ PATH: process.env.PATH ?? '', HOME: shop.home, TMPDIR: shop.scratch });

/** The exit code of audit itself, with its output led elsewhere by a shell. */
function codeOf(led: string): string {
  const script = `"${process.execPath}" "${shop.bin}" --fail-on P2 ${led}\necho "\${PIPESTATUS[0]}" >&2`;
  const { stderr } = spawnSync('bash', ['-c', script], { cwd: shop.folder, env: environment(), encoding: 'utf8' });
  return stderr.trim().split('\n').at(-1) ?? '';
}

describe.skipIf(process.platform === 'win32')('the exit code', () => {
  it('says that the gate failed even when nobody reads the report', () =>
    expect(codeOf('-o json:- 2>/dev/null | true')).toBe('1'));

  it.skipIf(!existsSync('/dev/full'))('of a report that could not be written is not that of a failed gate', () =>
    expect(codeOf('-o json:- >/dev/full')).toBe('2'),
  );
});

describe.skipIf(process.platform === 'win32')('an interruption', () => {
  const leftovers = () => {
    const ours = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout.split('\n');
    return { folders: readdirSync(shop.scratch), processes: ours.filter(line => line.includes(shop.scratch)) };
  };

  async function interrupt(target: string, when: () => boolean) {
    const child = spawn(process.execPath, [shop.bin, target], { env: environment(), stdio: 'ignore' });
    const exit = once(child, 'exit');
    for (let tries = 0; tries < 200 && !when(); tries++) await sleep(25);
    child.kill('SIGINT');
    const [code] = await exit;
    await sleep(200);
    return { code, ...leftovers() };
  }

  it('ends an audit with 130 and leaves nothing behind', async () => {
    const begun = () => readdirSync(shop.scratch).length > 0;
    expect(await interrupt(shop.folder, begun)).toEqual({ code: 130, folders: [], processes: [] });
  });

  it('ends a clone as well, which waits for a server that never answers', async () => {
    let asked = false;
    const server = createServer(() => {
      asked = true;
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/shop.git`;
    try {
      expect(await interrupt(url, () => asked)).toEqual({ code: 130, folders: [], processes: [] });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
