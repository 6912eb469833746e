import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** A package whose code is part of the page. */
export interface Licence {
  name: string;
  version: string;
  licence: string;
  text: string;
}

interface Locked {
  version: string;
  license?: string;
  dev?: boolean;
}

const MODULE = 'virtual:licences';
const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Needed to build alone, but parts of them run in the page. */
const BUILT_IN = ['node_modules/svelte', 'node_modules/esm-env', 'node_modules/clsx'];

/**
 * The licence of every package that the page is made from.
 *
 * @throws Error where a package names no licence, since it could not be passed on
 */
export function readLicences(): Licence[] {
  const lock = JSON.parse(readFileSync(`${ROOT}/package-lock.json`, 'utf8')) as { packages: Record<string, Locked> };
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !path.startsWith('node_modules/@types/') && (!entry.dev || BUILT_IN.includes(path)))
    .map(([path, entry]) => {
      const name = path.replace(/^.*node_modules\//, '');
      if (!entry.license) throw new Error(`package-lock.json names no licence for ${name}; look it up before it is shipped`);
      const file = readdirSync(`${ROOT}/${path}`).find((candidate) => /^(licen[cs]e|copying)/i.test(candidate));
      return { name, version: entry.version, licence: entry.license, text: file ? readFileSync(`${ROOT}/${path}/${file}`, 'utf8') : '' };
    });
}

/** The module `virtual:licences`, which the about view shows on demand. */
export function licences(): Plugin {
  return {
    name: 'tocsin-licences',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) => (id === `\0${MODULE}` ? `export default ${JSON.stringify(readLicences())};` : undefined),
  };
}
