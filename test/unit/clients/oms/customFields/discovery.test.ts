import { discoverCustomFields, type Call } from '../../../../../clients/oms';
import { ServiceError } from '../../../../../kit/errors';
import type { Document } from '../../../../../kit/xml/document';
import type { DiscoverOptions } from '../../../../../clients/oms/customFields/discover';
import { ATTRIBUTES, CUSTOM, entityAnswer, fakeClient, REFUSED, someConnection, UNKNOWN } from './fakeClient';

const ORDER: DiscoverOptions = { entity: 'order', enterpriseCode: 'AURORA', documentType: '0001' };
const SHIPMENT: DiscoverOptions = { entity: 'shipment', enterpriseCode: 'AURORA', documentType: '0001' };

const discover = (fake: ReturnType<typeof fakeClient>, options: DiscoverOptions, connection = someConnection()) =>
	discoverCustomFields(fake.client, connection, options);
const idsOf = ({ fields }: { fields: Array<{ id: string }> }) => fields.map(({ id }) => id);

describe('as Sterling describes them', () => {
	it('takes extension columns by name, and attributes with type, label, values and mark, in three calls', async () => {
		const fake = fakeClient({
			getEntityAttributeList: entityAnswer('ExtnGiftText', 'ExtnVIPLevel'),
			getEntityCustomAttributeList: CUSTOM,
			getAttributeList: ATTRIBUTES,
		});
		const found = await discover(fake, ORDER);
		expect(found).toEqual({
			fields: [
				{ id: 'Extn.ExtnGiftText', name: 'ExtnGiftText', label: 'Gift Text', type: 'text', required: false },
				{ id: 'Extn.ExtnVIPLevel', name: 'ExtnVIPLevel', label: 'VIP Level', type: 'text', required: false },
				{
					id: 'CustomAttributes.Channel',
					name: 'Channel',
					label: 'Sales Channel',
					type: 'text',
					required: true,
					options: [
						{ value: 'WEB', label: 'Web shop' },
						{ value: 'APP', label: 'APP' },
					],
				},
				{
					id: 'CustomAttributes.IsPreOrder',
					name: 'IsPreOrder',
					label: 'Is Pre Order',
					type: 'boolean',
					required: false,
				},
				{ id: 'CustomAttributes.Score', name: 'Score', label: 'Score', type: 'number', required: false },
				{ id: 'CustomAttributes.Due', name: 'Due', label: 'Due', type: 'dateTime', required: false },
			],
			described: ['Extn', 'CustomAttributes'],
			reasons: [],
		});
		expect(fake.apis()).toEqual(['getEntityAttributeList', 'getEntityCustomAttributeList', 'getAttributeList']);
		expect(fake.calls[1].input).toMatchObject({ OrganizationCode: 'AURORA', DocumentType: '0001' });
		expect(fake.calls[2].input).toMatchObject({ AttributeDomainID: 'ORDERS' });
	});

	it.each(['customer', 'invoice', 'organization', 'orderRelease', 'shipment'] as const)(
		'needs one call for %s, which has extension columns only',
		async (entity) => {
			const fake = fakeClient({ getEntityAttributeList: entityAnswer('ExtnRegion') });
			expect(idsOf(await discover(fake, { entity }))).toEqual(['Extn.ExtnRegion']);
			expect(fake.apis()).toEqual(['getEntityAttributeList']);
		},
	);

	it('tells item attributes from those of orders, and names them by domain and group', async () => {
		const fake = fakeClient({
			getEntityAttributeList: entityAnswer('ExtnBrand'),
			getEntityCustomAttributeList: CUSTOM,
			getAttributeList: ATTRIBUTES,
		});
		const found = await discover(fake, { entity: 'item', enterpriseCode: 'AURORA' });
		expect(idsOf(found)).toEqual(['Extn.ExtnBrand', 'AdditionalAttributeList.CATALOG/Looks/Color']);
		expect(fake.calls).toHaveLength(3);
	});

	it('leaves out attributes that say they belong elsewhere', async () => {
		const rows: Document[] = [
			{ AttributeID: 'Ours', OrganizationCode: 'AURORA', DocumentType: '0001', TableName: 'YFS_ORDER_HEADER' },
			{ AttributeID: 'OfTheLine', TableName: 'YFS_ORDER_LINE' },
			{ AttributeID: 'OfReturns', DocumentType: '0003' },
			{ AttributeID: 'OfOthers', OrganizationCode: 'BOREAL' },
		];
		const fake = fakeClient({
			getEntityAttributeList: entityAnswer(),
			getEntityCustomAttributeList: { EntityCustomAttribute: rows },
			getAttributeList: { Attribute: rows.map(({ AttributeID }) => ({ AttributeID })) },
		});
		expect(idsOf(await discover(fake, ORDER))).toEqual(['CustomAttributes.Ours']);
	});

	it('knows the attributes by name where their descriptions are refused', async () => {
		const fake = fakeClient({ getEntityAttributeList: entityAnswer(), getEntityCustomAttributeList: CUSTOM });
		const found = await discover(fake, ORDER);
		expect(found.fields).toMatchObject([
			{ name: 'Channel', type: 'text' },
			{ name: 'IsPreOrder' },
			{ name: 'Score' },
			{ name: 'Due' },
		]);
		expect(found.described).toEqual(['Extn', 'CustomAttributes']);
	});

	it.each([
		['refuses the element', UNKNOWN('getEntityAttributeList')],
		['answers nothing for the element', {}],
		['answers empty lists for the element', { Attributes: { TotalNumberOfRecords: '0' }, ExtnAttributes: {} }],
	])('names the entity by its table where the instance %s, and remembers that', async (_what, reply) => {
		const connection = someConnection();
		const fake = fakeClient({
			getEntityAttributeList: ({ input }: Call) => (input.Name === 'YFS_SHIPMENT' ? entityAnswer('ExtnDock') : reply),
			getEntityCustomAttributeList: {},
		});
		expect(idsOf(await discover(fake, SHIPMENT, connection))).toEqual(['Extn.ExtnDock']);
		expect(fake.calls.map(({ input }) => input.Name)).toEqual(['Shipment', 'YFS_SHIPMENT']);
		await discover(fake, { ...SHIPMENT, enterpriseCode: 'BOREAL' }, connection);
		expect(fake.calls.slice(2).map(({ input }) => input.Name)).toEqual(['YFS_SHIPMENT']);
	});
});

describe('by the newest records', () => {
	const rows: Document = {
		Order: [
			{ OrderHeaderKey: '2', Extn: { ExtnGiftText: 'Hi' }, CustomAttributes: { Channel: 'WEB' } },
			{
				OrderHeaderKey: '1',
				Extn: { ExtnChannel: 'WEB', ExtnGiftText: '' },
				References: { Reference: [{ Name: 'Cart', Value: '7' }] },
			},
		],
	};

	it('unites the names of all records', async () => {
		const fake = fakeClient({ getOrderList: rows });
		const found = await discover(fake, ORDER);
		expect(idsOf(found).sort()).toEqual([
			'CustomAttributes.Channel',
			'Extn.ExtnChannel',
			'Extn.ExtnGiftText',
			'References.Cart',
		]);
		expect(found.described).toEqual([]);
		expect(found.reasons).toEqual([
			'getEntityAttributeList: API security violation (YCP0428)',
			'getEntityCustomAttributeList: API security violation (YCP0428)',
		]);
		expect(fake.calls).toHaveLength(3);
		expect(fake.calls[2]).toMatchObject({
			input: { EnterpriseCode: 'AURORA', DocumentType: '0001', OrderBy: { Attribute: [{ Desc: 'Y' }] } },
			template: { Order: { Extn: {}, CustomAttributes: {} } },
		});
	});

	it('adds what Sterling does not describe to what it does', async () => {
		const fake = fakeClient({ getOrderList: rows, getEntityAttributeList: entityAnswer('ExtnVip') });
		const found = await discover(fake, ORDER);
		expect(idsOf(found)).toEqual(['Extn.ExtnVip', 'References.Cart', 'CustomAttributes.Channel']);
		expect(found.described).toEqual(['Extn']);
	});

	it('looks beyond enterprise and document type where nothing is found within', async () => {
		const fake = fakeClient({
			getShipmentList: ({ input }) =>
				input.EnterpriseCode ? { Shipment: [] } : { Shipment: [{ ShipmentKey: '1', Extn: { ExtnDock: 'D1' } }] },
		});
		expect(idsOf(await discover(fake, SHIPMENT))).toEqual(['Extn.ExtnDock']);
		expect(fake.apis()).toEqual(['getEntityAttributeList', 'getShipmentList', 'getShipmentList']);
	});

	it('reads the pairs of items with domain and group', async () => {
		const AdditionalAttribute: Document[] = [
			{ Name: 'Color', Value: 'blue', AttributeDomainID: 'CATALOG', AttributeGroupID: 'Looks' },
			{ Name: 'Material', Value: 'steel' },
		];
		const fake = fakeClient({
			getItemList: { Item: [{ ItemKey: '1', AdditionalAttributeList: { AdditionalAttribute } }] },
		});
		expect(idsOf(await discover(fake, { entity: 'item' }))).toEqual([
			'AdditionalAttributeList.CATALOG/Looks/Color',
			'AdditionalAttributeList.Material',
		]);
	});

	it('gives an empty list with the reasons where every way is refused', async () => {
		const fake = fakeClient({});
		const found = await discover(fake, SHIPMENT);
		expect(found.fields).toEqual([]);
		expect(found.reasons).toEqual([
			'getEntityAttributeList: API security violation (YCP0428)',
			'getShipmentList: API security violation (YCP0428)',
		]);
	});
});

describe('memory', () => {
	const answering = () => fakeClient({ getEntityAttributeList: entityAnswer('ExtnDock') });

	it('asks once for all who ask at the same time, and not at all for five minutes', async () => {
		const fake = answering();
		const connection = someConnection();
		let time = 0;
		const ask = () => discoverCustomFields(fake.client, connection, { ...SHIPMENT, now: () => time });
		await Promise.all([ask(), ask(), ask()]);
		time = 5 * 60_000 - 1;
		await ask();
		expect(fake.calls).toHaveLength(1);
		time++;
		await ask();
		expect(fake.calls).toHaveLength(2);
	});

	it('keeps connections, entities, enterprises and document types apart', async () => {
		const fake = fakeClient({ getEntityAttributeList: entityAnswer('ExtnDock') });
		const connection = someConnection();
		const asked: DiscoverOptions[] = [
			SHIPMENT,
			{ ...SHIPMENT, enterpriseCode: 'BOREAL' },
			{ ...SHIPMENT, documentType: '0003' },
			{ ...SHIPMENT, entity: 'customer' },
		];
		for (const options of asked) await discover(fake, options, connection);
		await discover(fake, SHIPMENT, { ...connection, password: 'An0ther&Password' });
		expect(fake.calls).toHaveLength(5);
	});

	it.each(['authentication', 'connection', 'tls', 'configuration'] as const)(
		'stops at %s trouble, asks no further, and not again for a moment',
		async (category) => {
			const fake = fakeClient({ getEntityAttributeList: new ServiceError(category, 'Not today') });
			const connection = someConnection();
			let time = 0;
			const ask = () => discoverCustomFields(fake.client, connection, { ...ORDER, now: () => time });
			await expect(ask()).rejects.toThrow('Not today');
			time = 10_000;
			await expect(ask()).rejects.toThrow('Not today');
			expect(fake.calls).toHaveLength(1);
			time = 20_000;
			await expect(ask()).rejects.toThrow('Not today');
			expect(fake.calls).toHaveLength(2);
		},
	);

	it('gives up when it takes too long', async () => {
		const send = async (_call: Call, { signal }: { signal?: AbortSignal } = {}) =>
			await new Promise<never>((_resolve, reject) => {
				signal?.addEventListener('abort', () => reject(new ServiceError('cancelled', 'The request was cancelled.')));
			});
		const options = { ...ORDER, timeoutMs: 1 };
		await expect(discoverCustomFields({ send }, someConnection(), options)).rejects.toMatchObject({
			category: 'timeout',
		});
	});
});

test('never asks more than six times', async () => {
	const worst = fakeClient({
		getEntityAttributeList: UNKNOWN('getEntityAttributeList'),
		getEntityCustomAttributeList: CUSTOM,
		getAttributeList: REFUSED('getAttributeList'),
		getOrderList: { Order: [] },
	});
	await discover(worst, ORDER);
	expect(worst.calls).toHaveLength(6);
});
