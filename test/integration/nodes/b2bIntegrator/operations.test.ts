import type { INode } from 'n8n-workflow';

import { RESOURCES } from '../../../../nodes/IbmB2bIntegrator/operations';
import { MESSAGES } from '../../../support/b2bi/cases/messages';
import { PARTNERS } from '../../../support/b2bi/cases/partners';
import { PROCESSES } from '../../../support/b2bi/cases/processes';
import { ROUTING } from '../../../support/b2bi/cases/routing';
import { b2bi, b2biForFile } from '../../../support/b2bi/nodes';

const bench = b2biForFile();

/** What each operation does, over HTTPS on n8n's engine. */
const CASES = { ...MESSAGES, ...PARTNERS, ...ROUTING, ...PROCESSES };

test('every operation of the catalogue has a case', () => {
	const all = RESOURCES.flatMap(({ value, operations }) => operations.map((each) => `${value}:${each.value}`));
	expect(Object.keys(CASES).sort()).toEqual(all.sort());
});

test.each(Object.entries(CASES))('%s', async (operation, { given, then }) => {
	const [resource, value] = operation.split(':');
	const { sandbox } = bench;
	const parameters = { resource, operation: value, ...given(sandbox) } as INode['parameters'];
	then(await b2bi(sandbox, parameters), sandbox);
});

const isWrite = (operation: string) => {
	const [resource, value] = operation.split(':');
	return (
		RESOURCES.find((each) => each.value === resource)?.operations.find((each) => each.value === value)?.kind === 'write'
	);
};

/** A request of the api resource is a read here. */
const WRITES = Object.entries(CASES).filter(([operation]) => isWrite(operation) && operation !== 'api:request');

test.each(WRITES)('%s under Dry Run shows the request and changes nothing', async (operation, { given }) => {
	const [resource, value] = operation.split(':');
	const { sandbox } = bench;
	const parameters = given(sandbox);
	const dry = { ...parameters, options: { ...(parameters.options as object | undefined), dryRun: true } };
	const [row] = await b2bi(sandbox, { resource, operation: value, ...dry } as INode['parameters']);
	expect(row).toMatchObject({ dryRun: true, request: { method: expect.stringMatching(/POST|PUT|DELETE/) } });
	expect(JSON.stringify(row)).not.toContain('Secret-Partner-1');
	expect(sandbox.log.list().filter(({ method }) => method !== 'GET')).toEqual([]);
});
