import { Bench, FORMATS, line, onOrder, orders } from '../../../support/bench';
import { locate } from '../../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

const chosen = (...ids: string[]) => ({ customField: ids.map((id) => ({ field: locate('list', id) })) });
const condition = (id: string, value: string, operator = 'EQ') => ({
	customField: [{ field: locate('list', id), operator, value }],
});
const byTier = (direction: string) => ({ customField: [{ field: locate('list', 'Extn.ExtnLoyaltyTier'), direction }] });

beforeAll(() => {
	const place = (orderNo: string, tier: string, occasion: string) =>
		bench.place(orderNo, {
			Extn: { ExtnLoyaltyTier: tier, ExtnChannel: 'WEB', ExtnGiftText: `for ${orderNo}` },
			CustomAttributes: { GiftOccasion: occasion, IsPreOrder: 'N' },
			References: {
				Reference: [
					{ Name: 'Cart', Value: `cart of ${orderNo}` },
					{ Name: 'Source', Value: 'shop' },
				],
			},
			OrderLines: {
				OrderLine: [{ ...line('1'), Extn: { ExtnGiftWrap: 'Y' }, CustomAttributes: { Engraving: orderNo } }],
			},
		});
	place('R-1', 'SILVER', 'BIRTHDAY');
	place('R-2', 'GOLD', 'WEDDING');
	place('R-3', 'BRONZE', 'BIRTHDAY');
});

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const get = (more = {}) => wire.one(onOrder('get', 'R-2', more));
	const numbersOf = async (more = {}) => (await wire.run(orders('getMany', more))).map(({ OrderNo }) => OrderNo);

	describe('what is returned', () => {
		it('is all extension columns by default, and every kind with the lines', async () => {
			const extn = { ExtnLoyaltyTier: 'GOLD', ExtnChannel: 'WEB', ExtnGiftText: 'for R-2' };
			expect((await get()).customFields).toMatchObject(extn);
			const { customFields, OrderLines } = await get({ output: 'lines' });
			expect(customFields).toMatchObject({ ...extn, GiftOccasion: 'WEDDING', Cart: 'cart of R-2', Source: 'shop' });
			expect(OrderLines).toMatchObject([{ customFields: { ExtnGiftWrap: 'Y', Engraving: 'R-2' } }]);
		});

		it('is what the user chooses, by name in the template', async () => {
			const customFieldsToReturn = chosen('Extn.ExtnLoyaltyTier', 'CustomAttributes.GiftOccasion', 'References.Cart');
			expect((await get({ options: { customFieldsToReturn } })).customFields).toEqual({
				ExtnLoyaltyTier: 'GOLD',
				GiftOccasion: 'WEDDING',
				Cart: 'cart of R-2',
			});
		});

		it('is chosen for lines by itself', async () => {
			const customFieldsToReturn = chosen('OrderLine.CustomAttributes.Engraving');
			const { customFields, OrderLines } = await get({ output: 'lines', options: { customFieldsToReturn } });
			expect(customFields).toMatchObject({ ExtnLoyaltyTier: 'GOLD' });
			expect(OrderLines).toMatchObject([{ customFields: { Engraving: 'R-2' } }]);
			expect((OrderLines as Array<{ customFields: object }>)[0].customFields).toEqual({ Engraving: 'R-2' });
		});

		it('can be nothing but what is chosen', async () => {
			const leaveOutCustomFields = true;
			const nothing = await get({ output: 'lines', options: { leaveOutCustomFields } });
			expect(nothing).not.toHaveProperty('customFields');
			expect((nothing.OrderLines as object[])[0]).not.toHaveProperty('customFields');
			const customFieldsToReturn = chosen('Extn.ExtnChannel');
			const some = await get({ output: 'lines', options: { leaveOutCustomFields, customFieldsToReturn } });
			expect(some.customFields).toEqual({ ExtnChannel: 'WEB' });
			expect((some.OrderLines as object[])[0]).not.toHaveProperty('customFields');
		});

		it('stands in its own elements without simplification', async () => {
			const customFieldsToReturn = chosen('CustomAttributes.GiftOccasion');
			const raw = await get({ simplify: false, options: { customFieldsToReturn } });
			expect(raw).toMatchObject({ CustomAttributes: { GiftOccasion: 'WEDDING' } });
			expect(raw).not.toHaveProperty('Extn');
		});

		it('holds the attributes of catalog items', async () => {
			const item = { resource: 'catalogItem', operation: 'get', catalogItem: locate('id', 'MUG-BLUE') };
			expect((await wire.one({ ...item, output: 'details' })).customFields).toMatchObject({ Colour: 'blue' });
			const customFieldsToReturn = chosen('AdditionalAttributeList.ItemAttribute/AUR_LOOK/Colour');
			const { customFields } = await wire.one({ ...item, options: { customFieldsToReturn } });
			expect(customFields).toEqual({ Colour: 'blue' });
		});
	});

	describe('filters', () => {
		it.each([
			['an extension column', condition('Extn.ExtnLoyaltyTier', 'GOLD'), ['R-2']],
			['the start of one', condition('Extn.ExtnLoyaltyTier', 'S', 'FLIKE'), ['R-1']],
			['any of several values', condition('Extn.ExtnLoyaltyTier', 'GOLD, BRONZE', 'IN'), ['R-2', 'R-3']],
			['an attribute', condition('CustomAttributes.GiftOccasion', 'BIRTHDAY'), ['R-1', 'R-3']],
			['a reference', condition('References.Cart', 'cart of R-3'), ['R-3']],
			['a column of a line', condition('OrderLine.Extn.ExtnGiftWrap', 'N'), []],
			['an attribute of a line', condition('OrderLine.CustomAttributes.Engraving', 'R-1'), ['R-1']],
		])('by %s', async (_what, conditions, found) => {
			expect(await numbersOf({ conditions })).toEqual(found);
		});

		it('by a name that is typed among the other conditions', async () => {
			const typed = [{ attribute: 'Extn.ExtnLoyaltyTier', operator: 'EQ', value: 'GOLD' }];
			expect(await numbersOf({ conditions: { condition: typed } })).toEqual(['R-2']);
		});

		it('items by their attributes', async () => {
			const conditions = condition('AdditionalAttributeList.ItemAttribute/AUR_LOOK/Colour', 'red');
			const items = await wire.run({ resource: 'catalogItem', operation: 'getMany', conditions });
			expect(items.map(({ ItemID }) => ItemID)).toEqual(['MUG-RED']);
		});
	});

	it('sorts by extension columns, both ways', async () => {
		expect(await numbersOf({ sort: byTier('ascending') })).toEqual(['R-3', 'R-2', 'R-1']);
		expect(await numbersOf({ sort: byTier('descending') })).toEqual(['R-1', 'R-2', 'R-3']);
		const typed = { attribute: [{ name: 'Extn.ExtnLoyaltyTier', direction: 'ascending' }] };
		expect(await numbersOf({ sort: typed })).toEqual(['R-3', 'R-2', 'R-1']);
	});
});
