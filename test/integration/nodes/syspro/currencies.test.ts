import type { INodeParameters } from 'n8n-workflow';

import { locate } from '../../../../engine/oneNode';
import { runSyspro, runsForOneItem, sysproForFile } from '../../../support/syspro/nodes';

const bench = sysproForFile();
const { run, refused } = runsForOneItem(bench);

/** How the site writes the currency of customer 0001000 and of supplier 0000100. */
const keptAs = (currency: string) => {
	const { database } = bench.sandbox.company;
	Object.assign(database.find('ArCustomer', { Customer: '0001000' })!, { Currency: currency });
	Object.assign(database.find('ApSupplier', { Supplier: '0000100' })!, { Currency: currency });
};
afterEach(() => {
	keptAs('$');
	bench.sandbox.behaviour.refusals = {};
});

const table = { currencyTable: { row: [{ code: 'USD', name: '$' }] } };
let count = 0;
const order = (more: object = {}, line: object = { price: '25' }) => ({
	document: {
		type: 'purchaseOrder',
		number: `CUR-${++count}`,
		date: '2026-11-27',
		lines: [{ number: '1', quantity: '3', unit: 'EA', itemIds: { vendorPart: 'A100' }, ...line }],
		...more,
	},
});
const invoice = (more: object = {}) => ({
	document: { type: 'invoice', number: `CUR-${++count}`, date: '2026-11-27', total: '480', ...more },
});
const byCode = { customer: locate('code', '0001000'), supplier: locate('code', '0000100') };
const byEdi = { customer: locate('edi', 'BAYSIDE'), supplier: locate('edi', 'ACME') };
const salesOrder = (x12: INodeParameters, { customer }: typeof byCode = byCode): INodeParameters => ({
	resource: 'salesOrder',
	operation: 'create',
	customer,
	x12,
});
const supplierInvoice = (x12: INodeParameters, { supplier }: typeof byCode = byCode): INodeParameters => ({
	resource: 'supplierInvoice',
	operation: 'create',
	supplier,
	x12,
	options: { ledgerCode: '10-4530' },
});

describe.each([
	['order', salesOrder, order, /^Purchase order CUR-\d+ is in EUR, and the currency of customer 0001000 .* is USD/],
	['invoice', supplierInvoice, invoice, /^Invoice CUR-\d+ is in EUR, and the currency of supplier 0000100 .* is USD/],
] as const)('a partner’s %s', (_name, parameters, document, refusal) => {
	it.each([
		['as a symbol', '$', table],
		['as ISO code', 'USD', {}],
		['as that of the company', '', { localCurrency: 'usd' }],
	])('in another currency is refused before anything is posted; ours is kept %s', async (_how, kept, x12) => {
		keptAs(kept);
		for (const who of [byCode, byEdi]) {
			const { message, description } = await refused(parameters(x12, who), document({ currency: 'EUR' }));
			expect(`${message} ${description ?? ''}`).toMatch(refusal);
		}
		expect(bench.sandbox.log.counters.requestsByApi).not.toHaveProperty('SORTOI');
		expect(bench.sandbox.log.counters.requestsByApi).not.toHaveProperty('APSTIN');
		expect(await run(parameters(x12), document({ currency: 'usd' }))).toMatchObject([{ how: 'posted' }]);
	});

	it('in a currency that cannot be compared is posted, with a hint', async () => {
		const input = [1, 2].map(() => ({ json: document({ currency: 'USD' }) }));
		const { error, run: finished, json } = await runSyspro(bench.sandbox, parameters({}), { input });
		expect(error).toBeUndefined();
		expect(json('SYSPRO')).toMatchObject([{ how: 'posted' }, { how: 'posted' }]);
		const hints = finished.data.resultData.runData.SYSPRO[0].hints?.map(({ message }) => message) ?? [];
		expect(hints.filter((hint) => hint.startsWith('The currency USD could not be checked'))).toHaveLength(1);
	});

	it.each(['Operator not authorised', 'Error 2081 in COMFND'])(
		'is posted where the partner cannot be read (%s), with a hint',
		async (words) => {
			const { behaviour, faults } = bench.sandbox;
			behaviour.refusals = { COMFND: `ERROR: ${words}` };
			for (const api of ['ArCustomer', 'ApSupplier']) faults.add({ kind: 'status', status: 403, api, times: 0 });
			const input = [{ json: document({ currency: 'EUR' }) }];
			const finished = await runSyspro(bench.sandbox, parameters(table), { input });
			expect(finished.error).toBeUndefined();
			expect(finished.json('SYSPRO')).toMatchObject([{ how: 'posted' }]);
			expect(finished.hints('SYSPRO')).toContainEqual(
				expect.stringMatching(
					/^The currency EUR could not be checked, because (?:customer|supplier) 0+1000* cannot be read: /,
				),
			);
		},
	);

	it('that names no currency costs no read of the partner', async () => {
		expect(await run(parameters(table), document())).toMatchObject([{ how: 'posted' }]);
		const { ArCustomer, ApSupplier } = bench.sandbox.log.counters.requestsByApi;
		expect([ArCustomer, ApSupplier]).toEqual([undefined, undefined]);
	});
});

it('an order without prices is in no currency', async () => {
	expect(await run(salesOrder(table), order({ currency: 'EUR' }, {}))).toMatchObject([{ how: 'posted' }]);
});
