// Writes the types of the gateway's API from what it says of itself; OpenApiTest fails when the two differ.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import openapi, { astToString } from 'openapi-typescript';

const description = readFileSync(process.argv[2] ?? '../../../target/openapi.json', 'utf8');
const digest = createHash('sha256').update(description).digest('hex');
const types = astToString(await openapi(JSON.parse(description)));
writeFileSync('src/lib/api.d.ts', `// Made by \`npm run api\` from OpenAPI with the SHA-256 ${digest}\n${types}`);
