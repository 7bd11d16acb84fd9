import {
	DEFAULT_EDI_SETTINGS as settings,
	proposalOf,
	receiptFrom,
	type EdiSettings,
	type Form,
} from '../../../../../nodes/Syspro/edi';
import { line, purchaseOrder } from './records';

const order = purchaseOrder([
	line('1', { partnerPartNumber: 'NW-1' }),
	line('2', { stockCode: '000B100', quantity: '5', price: '4' }),
]);

describe('855 to changes of a purchase order', () => {
	const acknowledged = (lines: Form[], more: Form = {}): Form => ({
		type: 'purchaseOrderAcknowledgement',
		number: '4711',
		status: 'accepted',
		acknowledgementType: 'AD',
		lines,
		...more,
	});
	const said = (number: string, more: Form, acknowledgement: Form = { status: 'accepted' }): Form => ({
		number,
		acknowledgements: [acknowledgement],
		...more,
	});

	test('accepted as it is: nothing changes', () => {
		const form = acknowledged([
			said('1', { quantity: '10', price: '2.50' }, { status: 'accepted', quantity: '10.0' }),
			said('002', { itemIds: { buyerPart: 'B100' } }, { status: 'accepted', quantity: '5' }),
		]);
		const proposal = proposalOf(form, order, settings);
		expect(proposal).toMatchObject({ isAcceptedAsIs: true, questions: [], status: 'accepted' });
		expect(proposal.change).toBeUndefined();
	});

	test('quantities, prices and dates become changes, with what they were', () => {
		const form = acknowledged(
			[
				said('1', { price: '2.75' }, { status: 'quantityChanged', quantity: '8', date: '2026-12-15' }),
				said('9', { itemIds: { buyerPart: '000B100' } }, { status: 'accepted', quantity: '5' }),
			],
			{ status: 'changed' },
		);
		const { change, questions, lines } = proposalOf(form, order, settings);
		expect(questions).toEqual([]);
		expect(lines[0].changes).toEqual([
			{ field: 'quantity', from: '10.000000', to: '8' },
			{ field: 'price', from: '2.5', to: '2.75' },
			{ field: 'dueDate', from: '2026-12-10', to: '2026-12-15' },
		]);
		expect(change).toEqual({
			purchaseOrder: '000000000004711',
			lines: [{ line: '1', stockCode: 'STK-1', quantity: '8', price: '2.75', dueDate: '2026-12-15' }],
		});
	});

	test.each<[string, Form, RegExp]>([
		['a rejected line', acknowledged([said('1', {}, { status: 'rejected' })]), /Line 1: the supplier says "rejected"/],
		['a substitution', acknowledged([said('1', {}, { status: 'substituted' })]), /substituted/],
		['a line that the order does not have', acknowledged([said('7', {})]), /Line 7: the order has no such line/],
		[
			'a line of another item',
			acknowledged([said('1', { itemIds: { buyerPart: 'OTHER' } })]),
			/the order has no such line/,
		],
		['another unit', acknowledged([said('1', { unit: 'CA', quantity: '10' })]), /the unit is CA, not EA/],
		[
			'several days',
			acknowledged([
				{ number: '1', acknowledgements: ['2026-12-01', '2026-12-02'].map((date) => ({ status: 'accepted', date })) },
			]),
			/several days/,
		],
		['a rejected order', acknowledged([], { status: 'rejected' }), /The supplier rejects the order/],
		['an order on hold', acknowledged([], { status: 'held' }), /holds the order/],
		['a cancelled acknowledgement', acknowledged([], { purpose: 'cancellation' }), /purpose .* is "cancellation"/],
		['an information copy', acknowledged([], { purpose: '22' }), /purpose .* is "22"/],
		[
			'another unit of what is acknowledged',
			acknowledged([said('1', {}, { status: 'accepted', quantity: '2', unit: 'CA' })]),
			/Line 1: the unit is CA, not EA/,
		],
		['an unknown code', acknowledged([], { status: 'unknown', acknowledgementType: 'QQ' }), /QQ is not known/],
	])('%s is a question for a person, and changes nothing', (_what, form, question) => {
		const { change, questions, isAcceptedAsIs } = proposalOf(form, order, settings);
		expect(questions).toEqual([expect.stringMatching(question)]);
		expect([change, isAcceptedAsIs]).toEqual([undefined, false]);
	});

	test.each<[string, Partial<Parameters<typeof line>[1] & object>, Form, string[]]>([
		['per unit as ours', {}, { price: '2.5', priceBasis: 'PE' }, []],
		['per hundred against ours per unit', {}, { price: '250', priceBasis: 'HP' }, []],
		['per hundred, another one', {}, { price: '260', priceBasis: 'HP' }, ['2.6']],
		['per hundred as ours', { priceUom: 'HU' }, { price: '2.5', priceBasis: 'HP' }, []],
		['per thousand against ours per hundred', { priceUom: 'HU' }, { price: '30', priceBasis: 'TP' }, ['3']],
		['per dozen, another one', {}, { price: '36', priceBasis: 'PD' }, ['3']],
		[
			'per hundred of thousands as ours',
			{ uom: 'TH', priceUom: 'HU' },
			{ unit: 'TH', price: '2.5', priceBasis: 'HP' },
			[],
		],
		['per hundred of thousands', { uom: 'TH', priceUom: 'HU' }, { unit: 'TH', price: '30' }, ['3']],
		['per unit against ours per hundred', { priceUom: 'HU' }, { price: '0.025' }, []],
	])('a price %s', (_what, ours, theirs, expected) => {
		const proposal = proposalOf(acknowledged([said('1', theirs)]), purchaseOrder([line('1', ours)]), settings);
		expect(proposal.questions).toEqual([]);
		expect(proposal.lines[0].changes.map(({ to }) => to)).toEqual(expected);
	});

	test('a price in another currency is a question, and no change', () => {
		const theirs = { ...said('1', { price: '3' }), acknowledgements: [{ status: 'quantityChanged', quantity: '4' }] };
		const usd = { ...settings, currencies: { USD: '$' } };
		const { lines, questions, change } = proposalOf(
			acknowledged([theirs], { currency: 'EUR', status: 'changed' }),
			purchaseOrder([line('1')], { currency: '$' }),
			usd,
		);
		expect(lines[0].changes.map(({ field }) => field)).toEqual(['quantity']);
		expect(questions).toEqual([
			expect.stringMatching(/^The acknowledgement is in EUR, and the currency of purchase order .* is USD \("\$"\)\./),
		]);
		expect(change?.lines[0]).not.toHaveProperty('price');
	});

	test.each<[string, Form, string | null, EdiSettings, RegExp | undefined]>([
		['as ours', { currency: 'USD' }, '$', { ...settings, currencies: { USD: '$' } }, undefined],
		['not named', {}, '$', settings, undefined],
		[
			'that ours has no code for',
			{ currency: 'USD' },
			'$',
			settings,
			/^The currency USD could not be checked: .* "\$"/,
		],
		['where ours is not named', { currency: 'USD' }, null, settings, /Set Local Currency/],
		['where ours is local', { currency: 'USD' }, ' ', { ...settings, localCurrency: 'USD' }, undefined],
	])('a currency %s', (_what, more, currency, how, expected) => {
		const form = acknowledged([said('1', { price: '2.5' })], more);
		const { doubt, questions } = proposalOf(form, purchaseOrder([line('1')], { currency }), how);
		expect(questions).toEqual([]);
		if (expected) expect(doubt).toMatch(expected);
		else expect(doubt).toBeUndefined();
	});

	test.each([
		['EACH', 'EA', {}],
		['Each ', 'EACH', {}],
		['STK', 'EA', { EA: 'Stk' }],
		['Stk', 'Stk', { EA: 'Stk' }],
	])('a quantity in %s is that of %s, as it would be written', (uom, unit, units) => {
		const ours = purchaseOrder([line('1', { uom })]);
		const theirs = acknowledged([said('1', { unit }, { status: 'accepted', quantity: '10', unit })]);
		expect(proposalOf(theirs, ours, { ...settings, units }).questions).toEqual([]);
		const items = [{ itemIds: { buyerPart: 'STK-1' }, quantity: '1', unit }];
		const notice = { type: 'shipNotice', number: 'N', shipment: { orders: [{ orderNumber: '4711', items }] } };
		expect(receiptFrom(notice, new Map([['4711', ours]]), { ...settings, units }).items).toHaveLength(1);
	});

	test('a price per what the quantity is not in is a question', () => {
		const theirs = said('1', { price: '3', priceBasis: 'PP' });
		const proposal = proposalOf(acknowledged([theirs]), purchaseOrder([line('1')]), settings);
		const free = said('1', { price: '0', priceBasis: 'NC' });
		expect(proposalOf(acknowledged([free]), purchaseOrder([line('1')]), settings).lines[0].changes).toEqual([
			{ field: 'price', from: '2.5', to: '0' },
		]);
		expect(proposal.lines[0].changes).toEqual([]);
		expect(proposal.questions).toEqual([expect.stringMatching(/the price is 3 \(basis PP\), ours 2.5 per /)]);
	});

	test('a price against ours per another unit is a question', () => {
		const weighed = purchaseOrder([line('1', { priceUom: 'KG' })]);
		const { change, questions } = proposalOf(acknowledged([said('1', { price: '9' })]), weighed, settings);
		expect(questions).toEqual(['Line 1: the price is 9, ours 2.5 per KG']);
		expect(change).toBeUndefined();
	});

	test('a price against ours after discounts is a question', () => {
		const discounted = purchaseOrder([line('1', { discounts: [{ percent: '10' }] })]);
		const same = proposalOf(acknowledged([said('1', { price: '2.25' })]), discounted, settings);
		expect(same.isAcceptedAsIs).toBe(true);
		const other = proposalOf(acknowledged([said('1', { price: '2.4' })]), discounted, settings);
		expect(other.questions).toEqual(['Line 1: the price is 2.4, ours 2.25 after discounts']);
	});
});
