import { batch } from '../../../doctor/checks/batch';
import { customFields } from '../../../doctor/checks/customFields';
import { lists } from '../../../doctor/checks/lists';
import { page } from '../../../doctor/checks/page';
import { permissions } from '../../../doctor/checks/permissions';
import { storedTemplates } from '../../../doctor/checks/storedTemplates';
import { Notes } from '../../../doctor/notes';
import { readSettings } from '../../../doctor/settings';
import { Visit, type Check } from '../../../doctor/visit';
import type { Call } from '../../../clients/oms';
import { ServiceError } from '../../../kit/errors';
import type { Document } from '../../../kit/xml/document';

type Reply = (call: Call) => Document;

const STAMP = '2026-03-01T10:00:00+01:00';
const settings = readSettings({
	STERLING_ENDPOINT: 'https://host/smcfs',
	STERLING_LOGIN_ID: 'me',
	STERLING_PASSWORD: 'x',
});
const denied = new ServiceError('permission', 'x', { code: 'YCP0428', httpStatus: 400 });
const refused = new ServiceError('invalidInput', 'x', { code: 'YFS10003', httpStatus: 400 });
const throwing = (error: ServiceError) => () => {
	throw error;
};

/** Runs a check against an instance that responds to every call with a document, or throws. */
async function run(check: Check, reply: Reply) {
	const visit = new Visit(settings, new AbortController().signal);
	const answer = (call: Call) => ({ root: 'x', empty: false, document: reply(call) });
	jest.spyOn(visit, 'send').mockImplementation((call) => Promise.resolve().then(() => answer(call)));
	jest.spyOn(visit, 'transaction').mockImplementation((calls) => Promise.resolve().then(() => calls.map(answer)));
	const notes = new Notes((text) => text);
	await check.run(visit, notes);
	const points = notes.points();
	return { findings: notes.take(), point: (id: string) => points.find((one) => one.id === id) };
}

describe('the filters of the trigger', () => {
	const filtered = ({ input }: Call) => Object.keys(input).some((name) => name.startsWith('From'));
	const orders = { Order: [{ OrderHeaderKey: '1', Createts: STAMP, Modifyts: STAMP }] };
	const inRange = ({ input }: Call) =>
		['Createts', 'Modifyts'].every((name) => {
			const [from, to] = ['From', 'To'].map((end) => input[`${end}${name}`] as string | undefined);
			const time = Date.parse(STAMP);
			return from === undefined || (time >= Date.parse(from) && time <= Date.parse(String(to)));
		});
	const state = async (reply: Reply) => {
		const { point, findings } = await run(lists, reply);
		const failed = findings.filter((finding) => finding.state === 'failed').map(({ text }) => text);
		return [point('timeFilters')?.seen, ...failed];
	};

	it('work where a range finds what is in it, and only that', async () => {
		expect(await state((call) => (inRange(call) ? orders : {}))).toEqual(['yes']);
	});

	it('are not there where they are ignored', async () => {
		expect(await state(() => orders)).toEqual(['no', expect.stringMatching(/Createts and Modifyts/)]);
	});

	it('do not work where one of them is ignored', async () => {
		const reply: Reply = (call) => (!('FromCreatets' in call.input) || inRange(call) ? orders : {});
		expect(await state(reply)).toEqual(['no', expect.stringMatching(/of the trigger: Modifyts/)]);
	});

	it('do not work where they find nothing', async () => {
		expect(await state((call) => (filtered(call) ? {} : orders))).toEqual([
			'no',
			expect.stringMatching(/Createts and Modifyts/),
		]);
	});

	it.each([
		['there are no orders', {}],
		['an order has no stamps', { Order: [{ OrderHeaderKey: '1' }] }],
	])('stay open where %s', async (_why, document) => {
		expect(await state((call) => (filtered(call) ? {} : document))).toEqual(['unknown']);
	});

	it.each([
		[refused, 'no'],
		[denied, 'unknown'],
	])('are refused: %#', async (error, seen) => {
		const [said] = await state((call) => (filtered(call) ? throwing(error)() : orders));
		expect(said).toBe(seen);
	});
});

describe('lists by key', () => {
	const keyOrder = async (first: string[], next: string[]) => {
		const page = (keys: string[]) => ({ Order: keys.map((OrderHeaderKey) => ({ OrderHeaderKey })) });
		const { point, findings } = await run(lists, ({ input }) => page('OrderHeaderKeyQryType' in input ? next : first));
		return [point('keyOrder')?.seen, findings.filter(({ text }) => /the key/.test(text)).length];
	};

	it.each([
		[['1', '2', '3'], ['4'], ['yes', 1]],
		[['1', '2', '3'], ['3'], ['no', 1]],
		[['2', '1'], [], ['no', 1]],
		[['1', '2'], [], ['unknown', 0]],
	])('%j, then %j', async (first, next, expected) => expect(await keyOrder(first, next)).toEqual(expected));
});

describe.each<[string, Check, string[]]>([
	['batch', batch, ['multiApi', 'multiApiJson']],
	['page', page, ['inlineTemplate']],
	['customFields', customFields, ['attributeList', 'dynamicAttributes']],
	['lists', lists, ['rowNumbers', 'nextPage']],
])('a refusal in %s', (_name, check, ids) => {
	it.each(ids)('leaves %s open where the login lacks the permission', async (id) => {
		const { point } = await run(check, throwing(denied));
		expect(point(id)).toMatchObject({ seen: 'unknown', note: 'It is not granted to this login.' });
	});

	it.each(ids)('is a no to %s otherwise', async (id) => {
		expect((await run(check, throwing(refused))).point(id)?.seen).toBe('no');
	});
});

describe.each([
	[refused, 'no'],
	[denied, 'unknown'],
])('%#: behind what is granted', (error, seen) => {
	it('an empty element in JSON', async () => {
		const { point } = await run(page, ({ api }) => (api === 'getPage' ? throwing(error)() : {}));
		expect(point('jsonEmptyElement')?.seen).toBe(seen);
	});

	it('the key of a stored template', async () => {
		const stored = { ApiTemplate: [{ ApiName: 'getOrderList', ApiTemplateKey: '1' }] };
		const { point } = await run(storedTemplates, ({ templateKey }) => (templateKey ? throwing(error)() : stored));
		expect(point('templateKey')?.seen).toBe(seen);
	});
});

describe('permissions', () => {
	const said = async (error: ServiceError) => {
		const reply: Reply = ({ api }) => (api === 'getItemList' ? throwing(error)() : {});
		const { findings } = await run(permissions, reply);
		return findings.slice(1).map(({ text }) => text);
	};

	it('are proved by a refusal with a code of Sterling', async () => {
		expect(await said(refused)).toEqual([]);
	});

	it.each([405, 408, 409, 413, 415])('are unclear after HTTP %d of a gateway', async (httpStatus) => {
		const error = new ServiceError('invalidInput', 'x', { httpStatus });
		expect(await said(error)).toEqual([`Failed otherwise: getItemList (HTTP ${httpStatus}).`]);
	});
});

describe('APIs that are not defined', () => {
	const undefinedBy = (code: string, message: string, others: ServiceError['others'] = []) =>
		throwing(new ServiceError('invalidInput', message, { code, httpStatus: 400, others }));

	it.each([
		['YFC0002', 'API getScacList is not defined.', ''],
		['YFC0002', 'API: getScacList not found', ''],
		['YFS10001', 'Unknown API getScacList', ''],
		['YCP0001', 'The API "getScacList" does not exist', ''],
		['java.lang.NoSuchMethodException', 'getScacList', ''],
		['YFC0001', 'Error', 'java.lang.NoSuchMethodException'],
	])('are not counted: %s %s %s', async (code, message, inner) => {
		const others = inner === '' ? [] : [{ code: inner, description: 'getScacList' }];
		const { findings } = await run(permissions, undefinedBy(code, message, others));
		expect(findings.map(({ state, text }) => [state, text.split(':')[0]])).toEqual([
			['warning', expect.stringMatching(/^0 of \d+ APIs respond\.$/)],
			['warning', 'Not defined in this release'],
		]);
	});

	it.each([
		['YFS10003', 'Invalid order'],
		['YFC0002', 'Mandatory parameter missing for the API'],
		['YFS10001', 'No record found'],
	])('are not those whose input is refused: %s %s', async (code, message) => {
		const { findings } = await run(permissions, undefinedBy(code, message));
		expect(findings.map(({ state }) => state)).toEqual(['ok']);
	});
});
