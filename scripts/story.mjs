import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { replayStory } from './story/replay.mjs';

const STORIES = resolve(import.meta.dirname, '../fixtures/stories');

const [name, target] = process.argv.slice(2);
if (name === undefined || target === undefined || !existsSync(join(STORIES, name, 'history.yaml'))) {
  console.error(`usage: npm run story -- <name> <new folder>; stories: ${readdirSync(STORIES).join(', ')}`);
  process.exit(2);
}
replayStory(join(STORIES, name), resolve(target));
console.log(`${name} is a git repository in ${target}; try: npx audit ${target}`);
