// Writes the types of the gateway's API from what it says of itself; OpenApiTest fails when the two differ.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const description = readFileSync(process.argv[2] ?? '../../../target/openapi.json', 'utf8');
const digest = createHash('sha256').update(description).digest('hex');
// A refusal arrives as the error that `lib/http.ts` throws.
const thrown = ts.factory.createTypeReferenceNode("import('./http').Problem");
const types = await openapi(JSON.parse(description), {
  transform: (_, { path }) => (path === '#/components/schemas/Problem' ? thrown : undefined),
});
const origin = `// Made by \`npm run api\` from OpenAPI with the SHA-256 ${digest}\n`;
writeFileSync('src/lib/api.d.ts', origin + astToString(types));
