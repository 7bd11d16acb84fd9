import { readdirSync, readFileSync } from 'node:fs';
import { ENTITIES } from '../../../clients/oms/entities';
import { join, resolve } from 'node:path';

import { HELP } from '../../../doctor/arguments';
import { maskedRoot } from '../../../doctor/address';
import { CHECKS } from '../../../doctor/checks';
import { maskOf } from '../../../doctor/notes';
import { assertRead, NODE_READS, readCall } from '../../../doctor/reads';
import { POINTS } from '../../../doctor/points';
import { codeOf, inWords } from '../../../doctor/words';
import { ServiceError } from '../../../kit/errors';

const ROOT = resolve(__dirname, '../../..');

describe('points', () => {
	const fidelity = readFileSync(join(ROOT, 'docs/fidelity.md'), 'utf8');

	const ids = [...fidelity.matchAll(/<a id="(\w+)"><\/a>/g)].map(([, id]) => id);
	/** Questions that no fact of the page rests on. */
	const extra = ['nextPage', 'multiApiJson'];

	it('have the ids of facts, each once', () => {
		expect(ids.sort()).toEqual(
			Object.keys(POINTS)
				.filter((id) => !extra.includes(id))
				.sort(),
		);
	});

	it('answer every open question of docs/fidelity.md', () => {
		const [, open] = fidelity.split('## Open questions');
		const questions = [...open.matchAll(/^\d+\. (.*)$/gm)].map(([, question]) => question);
		expect(questions.length).toBeGreaterThan(0);
		for (const question of questions) {
			const [, id] = /\(#(\w+)\)|<a id="\w+"/.exec(question) ?? [];
			if (id) expect(ids).toContain(id);
			else expect(question).toContain('<a id=');
		}
	});
});

describe('reads', () => {
	it('are all that the nodes read with', () => {
		const files = readdirSync(join(ROOT, 'nodes'), { recursive: true, encoding: 'utf8' }).filter((name) =>
			name.endsWith('.ts'),
		);
		const quoted = files.flatMap((name) => {
			const code = readFileSync(join(ROOT, 'nodes', name), 'utf8');
			// APIs are behind `api`, alone or in a list, or as the first argument of a call's maker.
			const places = code.matchAll(/\bapi: (?:'(\w+)'|\[([^\]]*)\])|receiptCall\('(\w+)'/g);
			return [...places].flatMap(([, one, several, called]) => [one, called, ...(several ?? '').split(/[\s',]+/)]);
		});
		// Lists of documents are named by the entity table.
		const listed = Object.values(ENTITIES).map(({ listApi }) => listApi);
		const reads = new Set([...quoted, ...listed].filter((name) => /^(get|find)[A-Z]/.test(name ?? '')));
		expect(Object.keys(NODE_READS).sort()).toEqual([...reads].sort());
	});

	it.each([
		readCall('createOrder', {}),
		readCall('getPage', { API: { Name: 'changeOrder' } }),
		readCall('multiApi', { API: [{ Name: 'getOrderList' }, { FlowName: 'AnyService' }] }),
		{ ...readCall('getOrderList', {}), isService: true },
	])('are all that is let through: %j', (call) => {
		expect(() => assertRead(call)).toThrow('not one of the reads of this check');
	});
});

it.each([
	['https://oms.acme.example', 'https://sterling-host/smcfs/restapi'],
	['https://oms.acme.example:8443/smcfs/restapi/', 'https://sterling-host/smcfs/restapi'],
	['http://oms.acme.example/acme', 'http://sterling-host/(own context root)/restapi'],
])('the endpoint %s is shared as %s', (endpoint, shared) => expect(maskedRoot(endpoint)).toBe(shared));

describe('the mask', () => {
	const mask = maskOf(['S3cret-7f'], ['me', 'AURORA'], 'oms.acme.example:8443');

	it.each([
		['oms.acme.example:8443 refused me, S3cret-7f of AURORA', 'sterling-host refused ***, *** of ***'],
		['OMS.ACME.EXAMPLE is in the certificate', 'sterling-host is in the certificate'],
		['some AURORAS meet', 'some AURORAS meet'],
	])('%s', (text, masked) => expect(mask(text)).toBe(masked));
});

describe('words', () => {
	it.each([
		['YFS10003', 'YFS10003'],
		['YCP79_00003', 'YCP79_00003'],
		['java.lang.NoSuchMethodException', 'NoSuchMethodException'],
		['EXTN_ACME_01', 'a code of its own'],
		['com.acme.oms.Exit', 'a code of its own'],
		['Order 4711 is bad', 'a code of its own'],
	])('a code %s is told as %s', (code, shown) => {
		expect(codeOf(new ServiceError('invalidInput', 'x', { code }))).toBe(shown);
	});

	it('never quotes a server', () => {
		const error = new ServiceError('notFound', 'No order 4711', {
			code: 'YFS10003',
			httpStatus: 400,
			hint: 'Look.',
		});
		expect(inWords(error)).toEqual({ text: 'The server refused it (YFS10003, HTTP 400).', advice: 'Look.' });
	});
});

describe('docs/doctor.md', () => {
	const page = readFileSync(join(ROOT, 'docs/doctor.md'), 'utf8');

	it.each(CHECKS.map(({ title }) => title))('explains the check "%s"', (title) =>
		expect(page).toContain(`| **${title}** |`),
	);

	it('lists the variables and options of --help', () => {
		const words = [...HELP.matchAll(/STERLING_\w+|--[a-z-]+/g)].map(([word]) => word);
		expect(words.filter((word) => !page.includes(`\`${word}`))).toEqual([]);
	});
});
