import { startSandbox, type Sandbox, type SandboxOptions } from '../../../../sandbox';
import { forgetCustomFields } from '../../../../clients/oms';
import { closeAllPools } from '../../../../kit/http/pools';
import { locate } from '../../../support/workflow';
import { Editor } from './editor';

type Behaviour = NonNullable<SandboxOptions['behaviour']>;

const DISCOVERY = ['getEntityAttributeList', 'getEntityCustomAttributeList', 'getAttributeList', 'getPage'];

let sandbox: Sandbox;
let ordinary: Behaviour;

beforeAll(async () => {
	sandbox = await startSandbox({ plainHttp: true });
	ordinary = (await (await fetch(`${sandbox.controlUrl}/behaviour`)).json()) as Behaviour;
});

afterEach(() => behave(ordinary));

afterAll(async () => {
	await closeAllPools();
	await sandbox.close();
});

/** Makes the sandbox another installation, which nobody has asked yet. */
async function behave(behaviour: Partial<Behaviour>): Promise<void> {
	await fetch(`${sandbox.controlUrl}/behaviour`, { method: 'POST', body: JSON.stringify(behaviour) });
	sandbox.log.clear();
	forgetCustomFields();
}

const closed = (...apis: string[]) => ({ closedApis: Object.fromEntries(apis.map((api) => [api, 'denied' as const])) });

/** Calls that reached the sandbox, the login aside. */
function calls(): string[] {
	return sandbox.log
		.list()
		.map(({ api }) => String(api))
		.filter((api) => api !== 'login');
}

const create = (resource: string, more = {}) => ({ resource, operation: 'create', ...more });

const EXTN_ORDER = ['ExtnGiftText', 'ExtnChannel', 'ExtnLoyaltyTier', 'ExtnCostCentre', 'ExtnDepotRegion'];
const extn = (...names: string[]) => names.map((name) => `Extn.${name}`);
const attributes = (...names: string[]) => names.map((name) => `CustomAttributes.${name}`);

describe.each(['json', 'xml'])('over %s', (dataFormat) => {
	const editor = (more = {}) => new Editor(sandbox, { dataFormat, ...more });

	describe('as Sterling describes them', () => {
		it.each([
			[
				'catalogItem',
				[
					...extn('ExtnBrand', 'ExtnSeason'),
					'AdditionalAttributeList.ItemAttribute/AUR_LOOK/Colour',
					'AdditionalAttributeList.ItemAttribute/AUR_LOOK/Material',
				],
				3,
			],
			['customer', extn('ExtnSegment', 'ExtnCreditGroup'), 1],
			['order', [...extn(...EXTN_ORDER), ...attributes('IsPreOrder', 'GiftOccasion', 'PromisedOn')], 3],
			['organization', extn('ExtnRegion', 'ExtnLedger'), 1],
			['return', [...extn(...EXTN_ORDER), ...attributes('ReturnChannel')], 3],
			['shipment', extn('ExtnDockDoor'), 1],
		])('%s', async (resource, ids, most) => {
			expect(await editor().ids(create(resource))).toEqual(ids);
			const first = calls().length;
			sandbox.log.clear();
			expect(await editor().ids(create(resource))).toEqual(ids);
			const again = calls().length;
			console.log(`custom fields of ${resource} over ${dataFormat}: ${first} calls, ${again} while remembered`);
			expect([first, again]).toEqual([most, 0]);
		});

		it('order release', async () => {
			const release = { resource: 'orderRelease', operation: 'update' };
			expect(await editor().ids(release)).toEqual(extn('ExtnWaveNo'));
		});

		it('order lines', async () => {
			const { results } = await editor().search('searchLineCustomFields', create('order'));
			expect(results).toEqual([
				{ value: 'Extn.ExtnGiftWrap', name: 'Gift Wrap (ExtnGiftWrap)' },
				{ value: 'Extn.ExtnPalletNo', name: 'Pallet No (ExtnPalletNo)' },
				{ value: 'CustomAttributes.Engraving', name: 'Engraved text (Engraving)' },
				{ value: 'CustomAttributes.WrapStyle', name: 'Style of the wrapping (WrapStyle) · PLAIN, RIBBON' },
			]);
			expect(calls()).toHaveLength(3);
		});

		it('gives types, labels, allowed values and required marks', async () => {
			const { fields } = await editor().fields(create('return'));
			expect(fields.at(-1)).toEqual({
				id: 'CustomAttributes.ReturnChannel',
				displayName: 'Return channel (ReturnChannel)',
				type: 'options',
				options: [
					{ name: 'Store', value: 'STORE' },
					{ name: 'By mail', value: 'MAIL' },
				],
				required: true,
				display: true,
				defaultMatch: false,
				canBeUsedToMatch: false,
			});
			const { fields: ofOrder } = await editor().fields(create('order'));
			const types = ofOrder.map(({ id, type }) => [id.split('.')[1], type]).slice(-3);
			expect(types).toEqual([
				['IsPreOrder', 'boolean'],
				['GiftOccasion', 'options'],
				['PromisedOn', 'dateTime'],
			]);
		});

		it('follows enterprise and document type of the node, or else of the credential', async () => {
			const attributesOf = async (parameters = {}, credential = {}) =>
				(await editor(credential).ids(create('order', parameters))).filter((id) => id.startsWith('Custom'));
			const borealis = attributes('ProjectCode', 'ContractRate');
			expect(await attributesOf({ enterpriseCode: locate('list', 'BOREALIS') })).toEqual(borealis);
			expect(await attributesOf({}, { enterpriseCode: 'BOREALIS' })).toEqual(borealis);
			expect(await attributesOf({ documentType: locate('code', '0003') })).toEqual(attributes('ReturnChannel'));
			// What is not known before the run is left to the credential.
			expect(await attributesOf({ enterpriseCode: locate('code', '={{ $json.enterprise }}') })).toEqual(
				attributes('IsPreOrder', 'GiftOccasion', 'PromisedOn'),
			);
		});

		it('finds out once whether entities go by their element or their table', async () => {
			for (const unknownEntity of ['refused', 'empty'] as const) {
				await behave({ entityNames: 'table', unknownEntity });
				expect(await editor().ids(create('customer'))).toEqual(extn('ExtnSegment', 'ExtnCreditGroup'));
				expect(calls()).toHaveLength(2);
				expect(await editor().ids(create('shipment'))).toEqual(extn('ExtnDockDoor'));
				expect(calls()).toHaveLength(3);
			}
		});

		it('shares one discovery among all who ask at the same time', async () => {
			await Promise.all([1, 2, 3, 4].map(() => editor().ids(create('order'))));
			expect(calls()).toHaveLength(3);
		});
	});

	describe('with ways switched off', () => {
		it.each(['denied', 'unknown'] as const)(
			'samples extension columns where they are not described (%s)',
			async (how) => {
				await behave({ closedApis: { getEntityAttributeList: how } });
				const ids = await editor().ids(create('order'));
				expect(ids).toEqual(expect.arrayContaining(extn('ExtnGiftText', 'ExtnChannel', 'ExtnLoyaltyTier')));
				expect(ids).toEqual(expect.arrayContaining(attributes('IsPreOrder', 'GiftOccasion', 'PromisedOn')));
				expect(calls().length).toBeLessThanOrEqual(5);
			},
		);

		it.each(['getEntityCustomAttributeList', 'getAttributeList'])('does without %s', async (api) => {
			await behave(closed(api));
			const ids = await editor().ids(create('order'));
			expect(ids).toEqual(expect.arrayContaining(extn(...EXTN_ORDER)));
		});

		it.each([
			['customer', 'ExtnSegment'],
			['order', 'ExtnGiftText'],
			['catalogItem', 'ExtnBrand'],
		])('samples the newest records of %s where nothing is described', async (resource, name) => {
			await behave(closed(...DISCOVERY.slice(0, 3)));
			expect(await editor().ids(create(resource))).toContain(`Extn.${name}`);
			expect(calls().at(-1)).toBe('getPage');
			expect(calls().length).toBeLessThanOrEqual(3);
		});

		it('sees only what the records of the enterprise fill, where blanks are left out', async () => {
			await behave({ ...closed(...DISCOVERY.slice(0, 3)), blankCustomFields: 'absent' });
			const ids = (enterprise: string) => editor().ids(create('order', { enterpriseCode: locate('list', enterprise) }));
			expect((await ids('AURORA')).sort()).toEqual([
				...attributes('GiftOccasion', 'IsPreOrder'),
				...extn('ExtnChannel', 'ExtnGiftText', 'ExtnLoyaltyTier'),
				'References.Campaign',
			]);
			expect((await ids('BOREALIS')).filter((id) => id.startsWith('Extn'))).toEqual(
				extn('ExtnCostCentre', 'ExtnDepotRegion'),
			);
		});

		it('looks beyond the enterprise where it has no records', async () => {
			await behave({ ...closed(...DISCOVERY.slice(0, 3)), blankCustomFields: 'absent' });
			const ids = await editor().ids(create('order', { documentType: locate('code', '0005') }));
			expect(ids).toEqual(expect.arrayContaining(extn('ExtnChannel', 'ExtnCostCentre')));
		});

		it('explains an empty list, and that names can be typed', async () => {
			await behave(closed(...DISCOVERY));
			const { fields, emptyFieldsNotice } = await editor().fields(create('shipment'));
			expect(fields).toEqual([]);
			expect(emptyFieldsNotice).toMatch(/This user may not list the custom fields.*YCP0428.*Type Names/);
			await expect(editor().search('searchCustomFields', create('shipment'))).rejects.toMatchObject({
				message: expect.stringMatching(/YCP0428/),
				description: expect.stringMatching(/Choose Name and type the name/),
			});
		});

		it('explains a login that is refused and a Sterling that is not there', async () => {
			const wrong = await editor({ password: 'Wr0ng&Password' }).fields(create('order'));
			expect(wrong).toMatchObject({
				fields: [],
				emptyFieldsNotice: expect.stringMatching(/Check login ID and password/),
			});
			const nowhere = await editor({ endpoint: 'http://127.0.0.1:1/smcfs' }).fields(create('order'));
			expect(nowhere).toMatchObject({ fields: [], emptyFieldsNotice: expect.stringMatching(/127\.0\.0\.1/) });
		});
	});
});
