import type { INode } from 'n8n-workflow';

import { Bench, FORMATS } from '../../support/bench';
import { locate } from '../../support/workflow';

const bench = Bench.forFile({ withoutOrders: true });

const items = (operation: string, more: INode['parameters'] = {}) => ({ resource: 'catalogItem', operation, ...more });
const named = (itemId: string) => ({ itemId, unitOfMeasure: 'EACH' });
const byId = (itemId: string) => ({ catalogItem: locate('id', itemId), unitOfMeasure: 'EACH' });

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const id = (text: string) => `${text}-${dataFormat}`;
	const stored = (itemId: string) => wire.sandbox.store.rows('Item').find((row) => row.ItemID === itemId);
	const create = (itemId: string, more: INode['parameters'] = {}) =>
		items('create', { ...named(itemId), shortDescription: 'Blue mug', ...more });

	it('catalogItem:create makes an item with its aliases, and says which', async () => {
		const made = await wire.one(
			create(id('NEW'), {
				aliases: { alias: [{ aliasName: 'UPC', aliasValue: '0123456789012' }] },
				additionalFields: { unitCost: 4.2, status: '3000', isReturnable: false },
			}),
		);
		const names = { ItemID: id('NEW'), UnitOfMeasure: 'EACH', OrganizationCode: 'AURORA' };
		expect(made).toEqual({ ...names, success: true });
		const read = await wire.one(items('get', { ...byId(id('NEW')), output: 'details' }));
		expect(read).toMatchObject({
			ItemID: id('NEW'),
			ShortDescription: 'Blue mug',
			UnitCost: '4.20',
			IsReturnable: 'N',
			Aliases: [{ AliasName: 'UPC', AliasValue: '0123456789012' }],
			ItemKey: expect.any(String),
		});
	});

	it.each([
		['<Item><PrimaryInformation ShortDescription="Pasted"/></Item>'],
		['<ItemList><Item><PrimaryInformation ShortDescription="Pasted"/></Item></ItemList>'],
		['{"ItemList": {"Item": [{"PrimaryInformation": {"ShortDescription": "Pasted"}}]}}'],
	])('catalogItem:upsert takes %s', async (document) => {
		const itemId = id(`DOC-${document.length}`);
		await wire.run(items('upsert', { ...named(itemId), inputMode: 'document', document }));
		expect(await wire.one(items('get', byId(itemId)))).toMatchObject({ ShortDescription: 'Pasted' });
	});

	it.each([
		['ItemList', '<ItemList><Item ItemID="A"/><Item ItemID="B"/></ItemList>'],
		['a list of Item', '{"Item": [{"ItemID": "A"}, {"ItemID": "B"}]}'],
	])('catalogItem:upsert sends one item, not several: %s', async (what, document) => {
		const error = await wire.refused(items('upsert', { ...named('A'), inputMode: 'document', document }));
		expect(error.message).toBe(`Document must be one Item element, but is ${what}`);
	});

	it('catalogItem:create refuses a second item of that name', async () => {
		await wire.run(create(id('TWICE')));
		const error = await wire.refused(create(id('TWICE')));
		expect(error.message).toContain('[YFC0001]');
		expect(error.description).toMatch(/^A catalog item with this ID already exists/);
	});

	it('catalogItem:upsert creates, then changes, and leaves alone what is not given', async () => {
		await wire.run(
			items('upsert', { ...named(id('UP')), shortDescription: 'First', additionalFields: { unitCost: '1' } }),
		);
		await wire.run(items('upsert', { ...named(id('UP')), shortDescription: 'Second' }));
		expect(await wire.one(items('get', byId(id('UP'))))).toMatchObject({
			ShortDescription: 'Second',
			UnitCost: '1.00',
		});
	});

	it('catalogItem:upsert says of each alias that it is to be created or changed', async () => {
		const aliases = { alias: [{ aliasName: 'UPC', aliasValue: '1' }] };
		const { request } = (await wire.one(items('upsert', { ...named('A'), aliases, options: { dryRun: true } }))) as {
			request: { json: { Item: Array<{ ItemAliasList: object }> } };
		};
		const ItemAlias = [{ Action: 'Manage', AliasName: 'UPC', AliasValue: '1' }];
		expect(request.json.Item[0].ItemAliasList).toEqual({ ItemAlias });
	});

	it('catalogItem:update changes an item by its key; one that is not there is named', async () => {
		await wire.run(create(id('CHANGE')));
		const key = String(stored(id('CHANGE'))?.ItemKey);
		await wire.run(items('update', { catalogItem: locate('key', key), shortDescription: 'Red mug' }));
		expect(await wire.one(items('get', byId(id('CHANGE'))))).toMatchObject({ ShortDescription: 'Red mug' });
		const error = await wire.refused(items('update', { ...byId('NO-SUCH'), shortDescription: 'x' }));
		expect(error.message).toContain('Item Not Found [YCM0033]');
		expect(error.description).not.toBe('');
	});

	it('catalogItem:delete removes an item; one with stock is refused', async () => {
		await wire.run(create(id('GONE')));
		expect(await wire.one(items('delete', byId(id('GONE'))))).toMatchObject({ ItemID: id('GONE'), deleted: true });
		expect(stored(id('GONE'))).toBeUndefined();
		const error = await wire.refused(items('delete', byId('MUG-BLUE')));
		expect(error.message).toContain('[INV80_041]');
		expect(stored('MUG-BLUE')).toBeDefined();
	});

	it('catalogItem:get explains an item that is not there, or goes on without one', async () => {
		expect((await wire.refused(items('get', byId('NO-SUCH')))).message).toMatch(
			/^Catalog item not found: ItemID NO-SUCH/,
		);
		expect(await wire.run(items('get', { ...byId('NO-SUCH'), options: { whenNothingFound: 'continue' } }))).toEqual([]);
	});

	it('catalogItem:getMany filters, sorts and limits', async () => {
		await wire.run(items('upsert', { ...named('={{ $json.id }}'), shortDescription: dataFormat }), {
			input: ['C', 'A', 'B'].map((letter) => ({ id: id(`MANY-${letter}`) })),
		});
		const rows = await wire.run(
			items('getMany', {
				returnAll: true,
				conditions: {
					condition: [
						{ attribute: 'ItemID', operator: 'LIKE', value: 'MANY-' },
						{ attribute: 'PrimaryInformation.ShortDescription', operator: 'EQ', value: dataFormat },
					],
				},
				sort: { attribute: [{ name: 'ItemID', direction: 'descending' }] },
			}),
		);
		expect(rows.map((row) => row.ItemID)).toEqual(['C', 'B', 'A'].map((letter) => id(`MANY-${letter}`)));
		const { hints, json } = await wire.runNode(items('getMany', { limit: 2 }));
		expect(json('Sterling')).toHaveLength(2);
		expect(hints('Sterling')[0]).toMatch(/More documents match/);
	});
});
