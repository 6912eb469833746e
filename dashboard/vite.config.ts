import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { mockApi } from './dev/mock-api.ts';
import { accuracyTable } from './plugins/accuracy.ts';
import { licences } from './plugins/licences.ts';
import { precompress } from './plugins/precompress.ts';

const OUT = 'target/classes/org/tocsin/page';

export default defineConfig({
  plugins: [svelte(), accuracyTable(), licences(), mockApi(), precompress(OUT)],
  assetsInclude: ['**/*.geojson'],
  worker: { format: 'es' },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    // a data: address would need a looser content security policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 1300,
    reportCompressedSize: false,
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
