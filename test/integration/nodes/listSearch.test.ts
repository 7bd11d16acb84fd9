import { listSearch } from '../../../nodes/IbmSterlingOms/pickers';
import { Bench, FORMATS } from '../../support/bench';
import { editorContext } from '../../support/editor';
import { placeOrders } from '../../support/orders';
import { assertNoSecrets } from '../../support/watch';
import { loginAs } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });
beforeAll(() => {
	placeOrders(bench);
	bench.sandbox.store.createOrders(120);
});
type Options = Parameters<typeof editorContext>[1];

describe.each(FORMATS)('pickers over %s', (dataFormat) => {
	const search = (name: keyof typeof listSearch, filter?: string, token?: string, options: Options = {}) => {
		const credential = { dataFormat, ...options.credential };
		return listSearch[name].call(editorContext(bench.sandbox, { ...options, credential }), filter, token);
	};

	describe('of orders', () => {
		it('begin with the newest, page by page, each once', async () => {
			const seen: unknown[] = [];
			const sizes: number[] = [];
			let token: string | undefined;
			do {
				const page = await search('searchOrders', '', token);
				seen.push(...page.results.map(({ value }) => value));
				sizes.push(page.results.length);
				token = page.paginationToken as string | undefined;
			} while (token);
			const own = bench.sandbox.store
				.orders()
				.filter((order) => order.EnterpriseCode === 'AURORA' && order.isHistory !== 'Y');
			expect(seen).toEqual(own.map(({ OrderHeaderKey }) => OrderHeaderKey).reverse());
			expect(sizes.slice(0, -1)).toEqual(sizes.slice(0, -1).map(() => 50));
		});

		it('find by the start of the number, and say what they found', async () => {
			const { results, paginationToken } = await search('searchOrders', ' A-1 ');
			const value = bench.stored('A-1')?.OrderHeaderKey;
			expect(results).toEqual([{ value, name: 'A-1 · Created · ada@example.com' }]);
			expect(paginationToken).toBeUndefined();
			expect((await search('searchOrders', 'NONE')).results).toEqual([]);
		});

		it('page through what was found', async () => {
			const first = await search('searchOrders', 'BULK-');
			const second = await search('searchOrders', 'BULK-', first.paginationToken as string);
			const names = [...first.results, ...second.results].map(({ name }) => name);
			expect(new Set(names).size).toBe(100);
			expect(names.every((name) => name.startsWith('BULK-'))).toBe(true);
		});

		it('follow the enterprise of the node, or else of the credential', async () => {
			const names = async (options: Options) =>
				(await search('searchOrders', '', undefined, options)).results.map(({ name }) => name.split(' ')[0]);
			expect(await names({ parameters: { enterpriseCode: 'BOREALIS' } })).toEqual(['B-2', 'B-1']);
			expect(await names({ credential: { enterpriseCode: 'BOREALIS' } })).toEqual(['B-2', 'B-1']);
			expect(await names({ parameters: { documentType: '0005' } })).toEqual([]);
		});
	});

	it.each<[keyof typeof listSearch, string, string, string]>([
		['searchEnterprises', 'borealis', 'BOREALIS', 'Borealis Parts (BOREALIS)'],
		['searchDocumentTypes', '0001', '0001', 'Sales Order (0001)'],
		['searchHoldTypes', 'fraud', 'FRAUD_HOLD', 'Fraud check (FRAUD_HOLD)'],
		['searchStatuses', 'backordered (', '1300', 'Backordered (1300)'],
		['searchTransactions', 'confirm pick', 'CONFIRM_PICK.0001.ex', 'Confirm Pick (CONFIRM_PICK.0001.ex)'],
		['searchCarrierServiceCodes', 'next', 'Next Day Air', 'Next Day Air'],
		['searchMeasures', 'pound', 'LBS', 'Pounds (LBS)'],
		['searchOrderTypes', 'business', 'B2B', 'Business order (B2B)'],
		['searchEntryTypes', 'call', 'CALL', 'Call centre (CALL)'],
		['searchServiceLevels', 'express', 'EXPRESS', 'Express (EXPRESS)'],
		['searchProductClasses', 'flawed', 'FQ', 'Flawed (FQ)'],
		['searchLineTypes', 'gift', 'GIFT', 'Gift line (GIFT)'],
		['searchCurrencies', 'euro', 'EUR', 'Euro (EUR)'],
		['searchFreightTerms', 'collect', 'COLLECT', 'Collect (COLLECT)'],
		['searchPaymentTypes', 'invoice', 'INVOICE', 'On invoice (INVOICE)'],
		['searchChargeCategories', 'ship', 'Shipping', 'Shipping'],
		['searchChargeNames', 'coupon', 'Coupon', 'Coupon'],
		['searchSupplyTypes', 'on hand', 'ONHAND', 'On hand (ONHAND)'],
		['searchAdjustmentReasons', 'damaged', 'DAMAGE', 'Damaged goods (DAMAGE)'],
	])('%s finds "%s" by code or text', async (name, filter, value, label) => {
		expect(await search(name, filter)).toEqual({ results: [{ value, name: label }] });
		const { results } = await search(name);
		expect(results.length).toBeGreaterThan(1);
		expect(results.map((entry) => entry.name)).toEqual(
			results.map((entry) => entry.name).sort((a, b) => a.localeCompare(b, 'en')),
		);
	});

	it.each<[keyof typeof listSearch, string, string]>([
		['searchFulfillmentTypes', 'PRODUCT_SOURCING', 'Product sourcing (PRODUCT_SOURCING)'],
		['searchInvoiceTypes', 'SHIPMENT', 'Shipment (SHIPMENT)'],
	])('%s finds the only code', async (name, value, label) => {
		expect(await search(name)).toEqual({ results: [{ value, name: label }] });
	});

	it('searchServices lists the services of the installation', async () => {
		const { results } = await search('searchServices');
		expect(results.map(({ value }) => value)).toEqual(expect.arrayContaining(['DemoCreateOrder', 'DemoEcho']));
		expect((await search('searchServices', 'echo')).results).toHaveLength(1);
	});

	it('enterprises are those with the role, not nodes or buyers', async () => {
		const { results } = await search('searchEnterprises');
		expect(results.map(({ value }) => value).sort()).toEqual(['AURORA', 'BOREALIS', 'DEFAULT']);
	});

	it('statuses and transactions follow the document type', async () => {
		const sales = await search('searchStatuses');
		const returns = await search('searchStatuses', '', undefined, {
			parameters: { documentType: '0003' },
		});
		expect(sales.results.map(({ value }) => value)).toContain('1500');
		expect(returns.results.map(({ value }) => value)).toContain('1100.01');
		expect(returns.results.map(({ value }) => value)).not.toContain('1500');
	});

	it.each(['searchOrders', 'searchStatuses', 'searchServices'] as const)(
		'%s says that the login lacks the permission',
		async (name) => {
			const credential = loginAs(bench.sandbox, 'outsider');
			const error = await search(name, '', undefined, { credential }).catch((reason: unknown) => reason);
			expect(error).toMatchObject({
				message: expect.stringContaining('[YCP0428]'),
				description: expect.stringMatching(/Ask the administrator to grant/),
			});
			assertNoSecrets(error, 'The picker');
		},
	);
});
