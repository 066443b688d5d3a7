import type { Manifest, ManifestFacts } from '../../shared/facts/manifests.ts';
import { compareText } from '../../shared/text-order.ts';
import type { Document, Gatherer } from '../document.ts';
import { ecosystemOf } from './ecosystems.ts';
import { fileName, folderOf } from './folder.ts';
import { recogniseLicence, statesLicence } from './licence-text.ts';
import { linkLock } from './link.ts';
import { isLock, type LockReading, readLock } from './locks/read.ts';
import { sortedSet } from './loose.ts';
import { Mentions } from './mentions.ts';
import { readPackageJson, type WrittenManifest } from './package-json.ts';
import { joinWorkspaces, readWorkspaceFile, type WorkspaceFile } from './workspaces.ts';

const WORKSPACE_FILES = new Set(['pnpm-workspace.yaml', 'lerna.json']);
const SUBMODULES = '.gitmodules';
const SUBMODULE = /^[ \t]{0,40}path[ \t]{0,40}=[ \t]{0,40}(\S.{0,1000})$/gm;
const SURVEYED = /\.[cm]?[jt]sx?$/;
const STYLE = /\.(?:css|s[ac]ss|less)$/;
/** These tell what was, or repeat a lock: a name in them is no use of a package. */
const NO_MENTION = /(?:^|\/)(?:changelog|changes|history|releases?)(?:\.[\w.-]{1,40})?$|\.(?:csv|svg|map|lock|snap)$/i;

/** Gathers what manifests and locks ask for and install, which licences are stated, and which packages are named where. */
export function gatherManifests(): Gatherer & { close(): ManifestFacts } {
  const written: WrittenManifest[] = [];
  const workspaces: WorkspaceFile[] = [];
  const locks: LockReading[] = [];
  const unread: { path: string; because: string }[] = [];
  const others: { path: string; ecosystem: string }[] = [];
  const licences: { path: string; spdx: string | null }[] = [];
  const submodules: string[] = [];
  const mentions = new Mentions();

  function take(document: Document): void {
    const { path, text } = document;
    const name = fileName(path);
    if (isLock(path)) {
      locks.push(readLock(document));
      return;
    }
    if (name === 'package.json') {
      const manifest = readPackageJson(document);
      if (typeof manifest === 'string') unread.push({ path, because: manifest });
      else {
        written.push(manifest);
        mentions.fromText(manifest.rest);
      }
      return;
    }
    if (WORKSPACE_FILES.has(name)) {
      const workspace = readWorkspaceFile(document);
      if (workspace) workspaces.push(workspace);
      return;
    }
    if (path === SUBMODULES) {
      for (const [, folder = ''] of text.matchAll(SUBMODULE)) submodules.push(folder.trim());
      return;
    }
    const ecosystem = ecosystemOf(path);
    if (ecosystem !== null) others.push({ path, ecosystem });
    if (statesLicence(path)) licences.push({ path, spdx: recogniseLicence(text) });
    else if (SURVEYED.test(path)) mentions.fromSource(text);
    else if (STYLE.test(path)) mentions.fromStyle(text);
    else if (!NO_MENTION.test(path)) mentions.fromText(text);
  }

  return {
    wants: () => true,
    take,
    glance: ({ text }) => mentions.fromAside(text),
    close() {
      const manifests = withoutStrays(joinWorkspaces(written, workspaces), locks);
      const asked = (isSeen: (name: string) => boolean) =>
        sortedSet(manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)).filter(isSeen));
      return {
        manifests: [...manifests].sort(byPath),
        locks: locks.map(reading => linkLock(reading, manifests)).sort(byPath),
        unread: unread.sort(byPath),
        others: others.sort(byPath),
        licences: licences.sort(byPath),
        submodules: sortedSet(submodules),
        mentioned: asked(name => mentions.has(name)),
        loaded: asked(name => mentions.hasPath(name)),
      };
    },
  };
}

/**
 * Leaves out what is no package here, below one that is, in no workspace and with no lock beside it: what asks for nothing and
 * nobody asks for, as a switch for a build tool does, and what lies among the source, where a generator finds what it copies into
 * the projects of others. Below the root's own source a program may lie that was never set up well.
 */
function withoutStrays(manifests: readonly Manifest[], locks: readonly LockReading[]): readonly Manifest[] {
  const packages = new Set(manifests.map(({ path }) => folderOf(path)));
  const locked = new Set(locks.map(({ path }) => folderOf(path)));
  const asked = new Set(manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)));
  return manifests.filter(({ path, name, workspaceRoot, workspaces, dependencies }) => {
    const folder = folderOf(path);
    if (folder === '.' || workspaceRoot !== null || workspaces.length > 0 || locked.has(folder)) return true;
    const steps = folder.split('/');
    const above = steps.map((_, at) => steps.slice(0, at).join('/') || '.').filter(outer => packages.has(outer));
    if (above.length === 0) return true;
    if (dependencies.length === 0 && !(name !== null && asked.has(name))) return false;
    return !above.some(outer => outer !== '.' && folder.startsWith(`${outer}/src/`));
  });
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return compareText(a.path, b.path);
}
