import type { ResourceMapperField } from 'n8n-workflow';

import { forgetCustomFields } from '../../../../clients/oms';
import { Bench, FORMATS, line, numbered, onOrder } from '../../../support/bench';
import { locate } from '../../../support/workflow';
import { Editor, mapping } from './editor';

const bench = Bench.forFile({ withoutOrders: true });

type Values = Record<string, string | number | boolean>;

const ADDRESSES = { billTo: { firstName: 'Ada', lastName: 'Example', city: 'Exampleton', country: 'US' } };
const LINE = { itemId: 'MUG-BLUE', unitOfMeasure: 'EACH', orderedQty: '1', unitPrice: '9.90' };

/** A field as an editor stored it that knew it then. */
const stored = (id: string, type: ResourceMapperField['type'] = 'string'): ResourceMapperField => ({
	id,
	displayName: id,
	type,
	required: false,
	display: true,
	defaultMatch: false,
});

describe.each(FORMATS)('over %s', (dataFormat) => {
	const wire = bench.with({ dataFormat });
	const name = (text: string) => `${text}-${dataFormat}`;
	const row = (entity: string, values: Record<string, string>) =>
		wire.sandbox.store.rows(entity).find((one) => Object.entries(values).every(([key, value]) => one[key] === value));

	/** The parameter that someone fills in who sees the fields which the editor loads. */
	const mapped = async (resource: string, operation: string, values: Values) => {
		const editor = new Editor(wire.sandbox, { dataFormat });
		const { fields } = await editor.fields({ resource, operation });
		const ids = fields.map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(Object.keys(values)));
		return {
			resource,
			operation,
			customFieldsFrom: 'pick',
			customFields: mapping(fields, values),
		};
	};

	const createOrder = (orderNo: string, more = {}) => ({
		resource: 'order',
		operation: 'create',
		orderNo,
		lines: { line: [LINE] },
		addresses: ADDRESSES,
		...more,
	});

	describe('the mapper', () => {
		it('writes those of orders on create and update, each where it belongs and in Sterling’s form', async () => {
			const orderNo = name('MAPPED');
			const values = {
				'Extn.ExtnGiftText': 'Grüße <&>',
				'CustomAttributes.IsPreOrder': true,
				'CustomAttributes.GiftOccasion': 'WEDDING',
				'CustomAttributes.PromisedOn': '2031-05-01T00:00:00',
			};
			await wire.run(createOrder(orderNo, await mapped('order', 'create', values)));
			expect(wire.stored(orderNo)).toMatchObject({
				Extn_ExtnGiftText: 'Grüße <&>',
				CustomAttributes_IsPreOrder: 'Y',
				CustomAttributes_GiftOccasion: 'WEDDING',
				CustomAttributes_PromisedOn: expect.stringMatching(/^2031-05-01T00:00:00/),
			});
			const change = await mapped('order', 'update', {
				'Extn.ExtnGiftText': 'Bye',
				'CustomAttributes.IsPreOrder': false,
			});
			await wire.run(onOrder('update', orderNo, change));
			expect(wire.stored(orderNo)).toMatchObject({
				Extn_ExtnGiftText: 'Bye',
				CustomAttributes_IsPreOrder: 'N',
				CustomAttributes_GiftOccasion: 'WEDDING',
			});
		});

		it('writes those of catalog items on create, upsert and update', async () => {
			const itemId = name('CUSTOM');
			const colour = 'AdditionalAttributeList.ItemAttribute/AUR_LOOK/Colour';
			const first = await mapped('catalogItem', 'create', { 'Extn.ExtnBrand': 'Aurora', [colour]: 'blue' });
			await wire.run({ ...first, itemId, shortDescription: 'Mug' });
			expect(row('Item', { ItemID: itemId })).toMatchObject({ Extn_ExtnBrand: 'Aurora' });
			const { ItemKey } = row('Item', { ItemID: itemId })!;
			const attributesOf = () =>
				wire.sandbox.store.rows('AdditionalAttribute').filter((one) => one.ItemKey === ItemKey);
			expect(attributesOf()).toMatchObject([
				{ Name: 'Colour', Value: 'blue', AttributeDomainID: 'ItemAttribute', AttributeGroupID: 'AUR_LOOK' },
			]);
			await wire.run({ ...(await mapped('catalogItem', 'upsert', { [colour]: 'red' })), itemId });
			expect(attributesOf()).toMatchObject([{ Name: 'Colour', Value: 'red' }]);
			const change = await mapped('catalogItem', 'update', { 'Extn.ExtnSeason': 'Spring' });
			await wire.run({ ...change, catalogItem: locate('id', itemId) });
			expect(row('Item', { ItemID: itemId })).toMatchObject({ Extn_ExtnBrand: 'Aurora', Extn_ExtnSeason: 'Spring' });
		});

		it('writes those of customers on create, upsert and update', async () => {
			const customerId = name('C');
			await wire.run({ ...(await mapped('customer', 'create', { 'Extn.ExtnSegment': 'VIP' })), customerId });
			expect(row('Customer', { CustomerID: customerId })).toMatchObject({ Extn_ExtnSegment: 'VIP' });
			await wire.run({ ...(await mapped('customer', 'upsert', { 'Extn.ExtnSegment': 'NEW' })), customerId });
			const change = await mapped('customer', 'update', { 'Extn.ExtnCreditGroup': 'A' });
			await wire.run({ ...change, customer: locate('id', customerId) });
			expect(row('Customer', { CustomerID: customerId })).toMatchObject({
				Extn_ExtnSegment: 'NEW',
				Extn_ExtnCreditGroup: 'A',
			});
		});

		it('writes those of organizations on create, upsert and update', async () => {
			const organizationCode = name('STORE');
			const more = { organizationName: 'Store', corporateAddress: { address: { city: 'Exampleton', country: 'US' } } };
			const first = await mapped('organization', 'create', { 'Extn.ExtnRegion': 'NORTH' });
			await wire.run({ ...first, ...more, organizationCode });
			expect(row('Organization', { OrganizationCode: organizationCode })).toMatchObject({ Extn_ExtnRegion: 'NORTH' });
			const again = await mapped('organization', 'upsert', { 'Extn.ExtnRegion': 'SOUTH' });
			await wire.run({ ...again, ...more, organizationCode });
			const change = await mapped('organization', 'update', { 'Extn.ExtnLedger': 'L1' });
			await wire.run({ ...change, organization: locate('code', organizationCode) });
			expect(row('Organization', { OrganizationCode: organizationCode })).toMatchObject({
				Extn_ExtnRegion: 'SOUTH',
				Extn_ExtnLedger: 'L1',
			});
		});

		it('writes those of shipments and releases', async () => {
			const orderNo = name('SHIPPED');
			wire.place(orderNo);
			wire.release(orderNo);
			const [release] = wire.rows('OrderRelease', orderNo);
			const [orderLine] = wire.lines(orderNo);
			const wave = await mapped('orderRelease', 'update', { 'Extn.ExtnWaveNo': 'W-1' });
			await wire.run({ ...wave, orderRelease: locate('key', release.OrderReleaseKey) });
			expect(wire.rows('OrderRelease', orderNo)).toMatchObject([{ Extn_ExtnWaveNo: 'W-1' }]);
			const keys = { orderReleaseKey: release.OrderReleaseKey, orderLineKey: orderLine.OrderLineKey, quantity: '2' };
			const shipment = {
				shipmentNo: name('S'),
				shipNode: locate('code', release.ShipNode),
				lines: { line: [keys] },
			};
			await wire.run({ ...(await mapped('shipment', 'create', { 'Extn.ExtnDockDoor': 'D1' })), ...shipment });
			expect(row('Shipment', { ShipmentNo: name('S') })).toMatchObject({ Extn_ExtnDockDoor: 'D1' });
			const { ShipmentKey } = row('Shipment', { ShipmentNo: name('S') })!;
			const change = await mapped('shipment', 'update', { 'Extn.ExtnDockDoor': 'D2' });
			await wire.run({ ...change, shipment: locate('key', ShipmentKey) });
			expect(row('Shipment', { ShipmentNo: name('S') })).toMatchObject({ Extn_ExtnDockDoor: 'D2' });
		});

		it('writes those of returns', async () => {
			const orderNo = name('SOLD');
			wire.place(orderNo);
			wire.ship(orderNo);
			const [sold] = wire.lines(orderNo);
			const returned = await mapped('return', 'create', { 'CustomAttributes.ReturnChannel': 'STORE' });
			const boxOpened = { field: locate('list', 'CustomAttributes.BoxOpened'), value: 'Y' };
			await wire.run({
				...returned,
				orderNo: name('RET'),
				lines: {
					line: [{ derivedFromKey: sold.OrderLineKey, orderedQty: '1', customFields: { customField: [boxOpened] } }],
				},
				addresses: ADDRESSES,
			});
			const stored = wire.sandbox.store.order(name('RET'), 'AURORA', '0003')!;
			expect(stored).toMatchObject({ CustomAttributes_ReturnChannel: 'STORE' });
			expect(row('OrderLine', { OrderHeaderKey: stored.OrderHeaderKey })).toMatchObject({
				CustomAttributes_BoxOpened: 'Y',
			});
		});

		it('resolves expressions for each item', async () => {
			const fields = await mapped('order', 'create', { 'Extn.ExtnGiftText': '={{ $json.text }}' });
			await wire.run(createOrder(`={{ $json.no }}-${dataFormat}`, fields), {
				input: [
					{ no: 'E1', text: 'one' },
					{ no: 'E2', text: 'two' },
				],
			});
			expect(wire.stored(name('E1'))).toMatchObject({ Extn_ExtnGiftText: 'one' });
			expect(wire.stored(name('E2'))).toMatchObject({ Extn_ExtnGiftText: 'two' });
		});

		it('maps by name from items as other nodes and this node’s own reads make them', async () => {
			const { fields } = await new Editor(wire.sandbox, { dataFormat }).fields({
				resource: 'order',
				operation: 'create',
			});
			const parameters = { customFieldsFrom: 'pick', customFields: mapping(fields, null) };
			await wire.run(createOrder(`={{ $json.no }}-${dataFormat}`, parameters), {
				input: [
					{ no: 'A1', ExtnGiftText: 'top', other: 'x' },
					{ no: 'A2', customFields: { ExtnGiftText: 'read', IsPreOrder: 'Y' } },
					{ no: 'A3', 'Extn.ExtnGiftText': 'dotted', CustomAttributes: { IsPreOrder: false } },
				],
			});
			expect(wire.stored(name('A1'))).toMatchObject({ Extn_ExtnGiftText: 'top' });
			expect(wire.stored(name('A2'))).toMatchObject({ Extn_ExtnGiftText: 'read', CustomAttributes_IsPreOrder: 'Y' });
			expect(wire.stored(name('A3'))).toMatchObject({ Extn_ExtnGiftText: 'dotted', CustomAttributes_IsPreOrder: 'N' });
		});

		it('names the field whose value does not fit, before anything is sent', async () => {
			const fields = await mapped('order', 'create', { 'CustomAttributes.IsPreOrder': '={{ $json.maybe }}' });
			wire.sandbox.log.clear();
			const error = await wire.refused(createOrder(name('MAYBE'), fields), { input: [{ maybe: 'perhaps' }] });
			expect(error.message).toBe('Custom Fields → Pre-order (IsPreOrder) must be yes or no, got "perhaps"');
			expect(wire.requests).toEqual({});
		});
	});

	describe('by hand', () => {
		it('takes names and values, and asks whether the columns exist', async () => {
			const orderNo = name('HAND');
			const byHand = {
				customField: [
					{ field: locate('name', 'ExtnGiftText'), value: 'typed' },
					{ field: locate('name', 'CustomAttributes.IsPreOrder'), value: '={{ true }}' },
					{ field: locate('name', 'References.Cart'), value: '7' },
				],
			};
			const onLine = { customField: [{ field: locate('name', 'CustomAttributes.Engraving'), value: 'A & B' }] };
			wire.sandbox.log.clear();
			await wire.run(
				createOrder(orderNo, {
					lines: { line: [{ ...LINE, customFields: onLine }] },
					customFieldsByName: byHand,
					customFieldsFrom: 'names',
					additionalFields: { references: { reference: [{ name: 'Source', value: 'shop' }] } },
				}),
			);
			const asked = Object.keys(wire.requests).filter((api) => api !== 'login');
			expect(asked).toEqual(expect.arrayContaining(['createOrder']));
			expect(asked.filter((api) => !['createOrder', 'getEntityAttributeList'].includes(api))).toEqual([]);
			expect(wire.stored(orderNo)).toMatchObject({ Extn_ExtnGiftText: 'typed', CustomAttributes_IsPreOrder: 'Y' });
			expect(wire.lines(orderNo)).toMatchObject([{ CustomAttributes_Engraving: 'A & B' }]);
			const [read] = await wire.run(onOrder('get', orderNo, { output: 'lines' }));
			expect(read.customFields).toMatchObject({ Cart: '7', Source: 'shop', ExtnGiftText: 'typed', IsPreOrder: 'Y' });
		});

		it.each([
			['a field that does not exist', locate('name', 'ExtnNope'), /^Order has no custom field Extn\.ExtnNope$/],
			['a name that differs in case', locate('name', 'ExtnGifttext'), /no custom field Extn\.ExtnGifttext$/],
			['a value without a field', locate('name', ''), /a value is given, but no field is chosen$/],
			['a list as the field', '={{ ["ExtnGiftText"] }}', /must be one key, number or code, got a list$/],
		])('refuses %s, and sends nothing', async (_what, field, message) => {
			const customFieldsByName = { customField: [{ field, value: 'lost' }] };
			const error = await wire.refused(createOrder(name('NOPE'), { customFieldsFrom: 'names', customFieldsByName }));
			expect(error.message).toMatch(message);
			expect(wire.stored(name('NOPE'))).toBeUndefined();
		});

		it.each([
			['a document', { additionalFields: { additionalAttributes: '{"Extn": {"ExtnNope": "x"}}' } }],
			['XML', { additionalFields: { additionalAttributes: '<Order><Extn ExtnNope="x"/></Order>' } }],
			[
				'a line',
				{ additionalFields: { additionalAttributes: '{"OrderLines": {"OrderLine": [{"Extn": {"ExtnNope": "x"}}]}}' } },
			],
		])('says by a hint that Sterling dropped one of %s', async (what, more) => {
			const finished = await wire.runNode(createOrder(name(`DROPPED-${what.length}`), more));
			expect(finished.error).toBeUndefined();
			const said = /^Order(Line)? has no custom field (OrderLine\.)?Extn\.ExtnNope, so its value was not stored\./;
			expect(finished.hints('Sterling')).toEqual([expect.stringMatching(said)]);
		});

		it('checks none where Options say so', async () => {
			wire.sandbox.log.clear();
			const customFieldsByName = { customField: [{ field: locate('name', 'ExtnNope'), value: 'lost' }] };
			const options = { unknownAttributes: 'send' };
			await wire.run(createOrder(name('ANYWAY'), { customFieldsFrom: 'names', customFieldsByName, options }));
			expect(wire.requests.getEntityAttributeList).toBeUndefined();
		});

		it('writes those of added and changed lines', async () => {
			const orderNo = name('LINES');
			wire.place(orderNo, { OrderLines: { OrderLine: [line('1')] } });
			const engraving = (value: string) => ({
				customField: [{ field: locate('list', 'CustomAttributes.Engraving'), value }],
			});
			await wire.run(
				onOrder('update', orderNo, {
					lines: {
						line: [
							{ lineAction: 'MODIFY', primeLineNo: '1', customFields: engraving('first') },
							{ lineAction: 'CREATE', ...LINE, customFields: engraving('second') },
						],
					},
				}),
			);
			expect(wire.lines(orderNo)).toMatchObject([
				{ CustomAttributes_Engraving: 'first' },
				{ CustomAttributes_Engraving: 'second' },
			]);
		});
	});

	describe('a mapping that was made earlier', () => {
		it('works at run time with nothing remembered, and asks nothing', async () => {
			const fields = await mapped('order', 'create', { 'Extn.ExtnGiftText': 'kept' });
			forgetCustomFields();
			wire.sandbox.log.clear();
			await wire.run(createOrder(name('LATER'), fields));
			expect(wire.stored(name('LATER'))).toMatchObject({ Extn_ExtnGiftText: 'kept' });
			expect(Object.keys(wire.requests).filter((api) => api.startsWith('getEntity'))).toEqual([]);
		});

		it('outlives a field that is removed: the run goes on, and the editor lets go of it', async () => {
			const fields = [stored('Extn.ExtnGone'), stored('CustomAttributes.Gone', 'number'), stored('Extn.ExtnGiftText')];
			const values = { 'Extn.ExtnGone': 'old', 'CustomAttributes.Gone': 5, 'Extn.ExtnGiftText': 'still here' };
			const parameters = createOrder(name('OUTLIVED'), {
				customFieldsFrom: 'pick',
				customFields: mapping(fields, values),
			});
			await wire.run(parameters);
			expect(wire.stored(name('OUTLIVED'))).toMatchObject({ Extn_ExtnGiftText: 'still here' });
			const ids = await new Editor(wire.sandbox, { dataFormat }).ids(parameters);
			expect(ids).toContain('Extn.ExtnGiftText');
			expect(ids.filter((id) => id.includes('Gone'))).toEqual([]);
		});

		it('is kept by an editor that cannot find out whether its fields exist', async () => {
			const fields = [stored('Extn.ExtnUnseen'), stored('References.Cart'), stored('Extn.ExtnEmpty')];
			const customFields = mapping(fields, { 'Extn.ExtnUnseen': 'x', 'References.Cart': '7' });
			const parameters = createOrder('', { customFieldsFrom: 'pick', customFields });
			const described = await new Editor(wire.sandbox, { dataFormat }).ids(parameters);
			expect(described).toContain('References.Cart');
			expect(described).not.toContain('Extn.ExtnUnseen');
			const unreachable = new Editor(wire.sandbox, { dataFormat, endpoint: 'https://127.0.0.1:1/smcfs' });
			expect(await unreachable.ids(parameters)).toEqual(['Extn.ExtnUnseen', 'References.Cart']);
			// As the editor sends expressions that it cannot resolve yet.
			const unresolved = { ...parameters, customFields: { ...customFields, value: {} } };
			expect(await unreachable.ids(unresolved)).toEqual(['Extn.ExtnUnseen', 'References.Cart']);
			const byName = { ...parameters, customFields: mapping(fields, null) };
			expect(await unreachable.ids(byName)).toEqual(fields.map(({ id }) => id));
		});
	});

	it('shows the exact request in a dry run', async () => {
		const fields = await mapped('order', 'update', { 'CustomAttributes.GiftOccasion': 'BIRTHDAY' });
		const [shown] = await wire.run({ ...onOrder('update', name('DRY'), fields), options: { dryRun: true } });
		expect((shown.request as { json: unknown }).json).toMatchObject({
			...numbered(name('DRY')),
			CustomAttributes: { GiftOccasion: 'BIRTHDAY' },
		});
	});
});
