import type { INodeParameters } from 'n8n-workflow';

import { locate } from '../../../../engine/oneNode';
import { b2bi, b2biForFile, runB2bi } from '../../../support/b2bi/nodes';

const bench = b2biForFile();

const update = (attributes: INodeParameters): INodeParameters => ({
	...{ resource: 'mailbox', operation: 'update', mailbox: locate('path', '/CONTOSO') },
	attributes,
});
const description = () => bench.sandbox.store.mailboxAt('/CONTOSO')?.description;

describe('a field of an update that is there and empty', () => {
	beforeEach(async () => await b2bi(bench.sandbox, update({ description: 'Before', mailboxType: 'R' })));

	it.each([
		['', /^Fields to Update → Description is empty, so it is left as it is\. To clear it, enter \{"description": ""\}/],
		[
			'={{ $json.nothing }}',
			/^Fields to Update → Description is left as it is, because its expression returns nothing/,
		],
	])('is left as it is, and a hint says so: %j', async (empty, hint) => {
		const finished = await runB2bi(bench.sandbox, update({ description: empty, permission: '/CONTOSO Mailbox' }));
		expect(finished.error).toBeUndefined();
		expect(finished.hints('B2B')).toEqual([expect.stringMatching(hint)]);
		expect(description()).toBe('Before');
	});

	it('is cleared as the hint says', async () => {
		const additionalAttributes = '{"description": ""}';
		const finished = await runB2bi(bench.sandbox, update({ description: '', additionalAttributes }));
		expect([finished.error, finished.hints('B2B')]).toEqual([undefined, []]);
		expect(description()).toBe('');
	});
});

it('a partner keeps what is empty, and roles that are chosen need no hint', async () => {
	const partner = {
		...{ resource: 'tradingPartner', operation: 'update', partner: locate('name', 'NORTHWIND') },
		attributes: { phone: '', city: 'Reno', roles: ['isInitiatingProducer'], customProtocolName: '' },
	};
	const finished = await runB2bi(bench.sandbox, partner);
	expect(finished.error).toBeUndefined();
	expect(finished.hints('B2B')).toEqual([expect.stringMatching(/Phone is empty, so it is left as it is/)]);
});
