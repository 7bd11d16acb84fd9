import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { ENTITIES, type EntityName } from '../../../clients/oms/entities';
import { RESOURCES } from '../../../nodes/IbmSterlingOms/operations';

const root = resolve(__dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const apisIn = (file: string) => [...read(file).matchAll(/'(get\w+List)'/g)].map(([, api]) => api);
const entitiesIn = (file: string) =>
	[...read(file).matchAll(/ENTITIES\.(\w+)/g)].map(([, name]) => ENTITIES[name as EntityName].listApi);
/** Lists of documents are asked for as reads of their own. */
const READ = new Set(RESOURCES.flatMap(({ operations }) => operations.flatMap(({ api }) => api)));

test('the letter to the administrator asks for every API that fills a list of the editor', () => {
	const letter = read('docs/credential.md').split('```text\nSubject:')[1].split('```')[0];
	const asked = [
		...entitiesIn('nodes/IbmSterlingOms/pickers/listSearch.ts'),
		...entitiesIn('nodes/IbmSterlingOms/pickers/lines.ts'),
		...apisIn('nodes/IbmSterlingOms/pickers/codes.ts'),
		...apisIn('clients/oms/customFields/paths.ts'),
	];
	expect(asked.length).toBeGreaterThan(10);
	expect(asked.filter((api) => !READ.has(api) && !letter.includes(api))).toEqual([]);
});
