import react from '@vitejs/plugin-react';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { fakeBackend } from './src/testing/fake-backend/vite-plugin.ts';

const outDir = process.env.OUT_DIR ?? 'dist';
const backend = process.env.BACKEND_URL ?? 'http://localhost:8080';

/** OUT_DIR may hold files of others, so only our own hashed files of an earlier build are removed. */
function removeOldAssets(): Plugin {
  return {
    name: 'remove-old-assets',
    apply: 'build',
    buildStart: () => rm(path.resolve(outDir, 'assets'), { recursive: true, force: true }),
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), removeOldAssets(), ...(mode === 'fake' ? [fakeBackend()] : [])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // Older targets would make `light-dark()` depend on the device instead of the chosen colour scheme.
  build: {
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    outDir,
    emptyOutDir: false,
    assetsDir: 'assets',
    // What every page needs comes in two files: many small ones weigh more, and libraries seldom change.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /[\\/]node_modules[\\/]/, priority: 1 },
            { name: 'shell', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  server: {
    // The schema of flows is the gateway's own file.
    fs: { allow: ['.', '../resources/schemas'] },
    proxy: mode === 'fake' ? undefined : { '/api': { target: backend } },
  },
  preview: { host: '127.0.0.1', port: 4173, strictPort: true },
}));
