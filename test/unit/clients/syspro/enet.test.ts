import { enetRoot, odataRoot } from '../../../../clients/syspro/connection';
import { outcomeOf } from '../../../../clients/syspro/enet/outcome';
import { refusalOf, type Phase } from '../../../../clients/syspro/enet/refusals';
import { textOf } from '../../../../clients/syspro/enet/response';
import { readXml, writeXml } from '../../../../clients/syspro/enet/xml';
import { filterOf } from '../../../../clients/syspro/odata/filter';
import { entitySetsIn } from '../../../../clients/syspro/odata/metadata';
import { ServiceError } from '../../../../kit/errors';
import { decodeBody } from '../../../../kit/http/body';
import { windows1252 } from '../../../../sandbox/syspro/windows1252';

const failureOf = (work: () => unknown): ServiceError => {
	try {
		work();
	} catch (error) {
		if (error instanceof ServiceError) return error;
	}
	throw new Error('It was expected to fail');
};

describe('addresses', () => {
	it.each([
		['host:20003', 'http://host:20003/SYSPROWCFService/Rest'],
		['https://host:20003/sysprowcfservice/rest/', 'https://host:20003/SYSPROWCFService/Rest'],
		['https://gate/erp/SYSPROWCFService/Rest/Logon', 'https://gate/erp/SYSPROWCFService/Rest'],
	])('e.net at %s', (baseUrl, expected) => {
		expect(enetRoot({ baseUrl })).toBe(expected);
	});

	it.each([
		['https://h/SYSPRO8Odata/SYSPROOData', 'https://h/SYSPRO8Odata/SYSPROOData/EDU1'],
		['https://h/SYSPRO8Odata/SYSPROOData/EDU1/', 'https://h/SYSPRO8Odata/SYSPROOData/EDU1'],
		['https://h/{company}/odata', 'https://h/EDU1/odata'],
	])('OData at %s', (baseUrl, expected) => {
		expect(odataRoot({ baseUrl, company: 'EDU1' })).toBe(expected);
	});

	it.each(['', 'ftp://x', 'https://u:p@h', 'https://h?x=1'])('not %j', (baseUrl) => {
		expect(failureOf(() => enetRoot({ baseUrl }))).toMatchObject({
			category: 'configuration',
			remedy: { field: 'endpoint' },
		});
	});
});

describe('refusals', () => {
	it.each([
		['ERROR: Invalid operator password', 'logon', 'authentication', 'none'],
		['ERROR: Security violation: invalid password', 'logon', 'authentication', 'none'],
		['Error: Invalid company id', 'logon', 'authentication', 'none'],
		['ERROR: Maximum number of licensed users reached', 'logon', 'throttled', 'none'],
		['ERROR: Something else', 'logon', 'server', 'none'],
		['ERROR: Unable to read the SYSPRO base directory registry string BaseDir8', 'write', 'authentication', 'none'],
		['ERROR: Session expired', 'read', 'authentication', 'none'],
		['ERROR: Business object XYZ not licensed', 'write', 'invalidInput', 'none'],
		['ERROR: All licenses in use', 'logon', 'throttled', 'none'],
		['ERROR: No more licenses', 'logon', 'throttled', 'none'],
		['ERROR: No license available', 'logon', 'throttled', 'none'],
		['ERROR: There is no operator or user by that name', 'logon', 'authentication', 'none'],
		['ERROR: No such user', 'logon', 'authentication', 'none'],
		['ERROR: Operator already logged in', 'logon', 'authentication', 'none'],
		['ERROR: Password has expired', 'logon', 'authentication', 'none'],
		['ERROR: SYSPRO license has expired', 'logon', 'invalidInput', 'none'],
		['ERROR: A license is required for this module', 'read', 'invalidInput', 'none'],
		['ERROR: You are not authorized to run business object SORTOI', 'write', 'permission', 'none'],
		['ERROR: User id not logged in', 'write', 'authentication', 'none'],
		['ERROR: License limit exceeded', 'logon', 'throttled', 'none'],
		['ERROR: Licensed number of users exceeded', 'read', 'throttled', 'none'],
		['ERROR: Insufficient licenses', 'write', 'throttled', 'none'],
		['ERROR: User limit reached', 'logon', 'throttled', 'none'],
		['ERROR: Operator N8N is not licensed for this functional area', 'write', 'invalidInput', 'none'],
		['ERROR: Operator does not have access to this business object', 'write', 'permission', 'none'],
		['ERROR: Operator not authorised to use company EDU1', 'logon', 'permission', 'none'],
		['ERROR: Operator not allowed to log in at this time', 'logon', 'permission', 'none'],
		['ERROR: Company is locked', 'logon', 'server', 'none'],
		['ERROR: Company EDU1 is currently locked by operator ADMIN', 'write', 'server', 'none'],
		['ERROR: Database SysproCompanyEDU1 is being restored', 'read', 'server', 'none'],
		['ERROR: SYSPRO is in single-user mode', 'logon', 'server', 'none'],
		['ERROR: Backup in progress', 'write', 'server', 'none'],
		['ERROR: Operator is locked', 'logon', 'authentication', 'none'],
		// Words of a document, not of a session, of seats, or of the whole company.
		['ERROR: SYSPRO record is locked', 'write', 'server', 'unknown'],
		['ERROR: Company name is longer than allowed', 'write', 'server', 'unknown'],
		['ERROR: Invalid period end date', 'write', 'server', 'unknown'],
		['ERROR: Stock code expired', 'write', 'server', 'unknown'],
		['ERROR: Customer has exceeded the limit for users', 'write', 'server', 'unknown'],
		['ERROR: The disk is full', 'write', 'server', 'unknown'],
		['ERROR: The disk is full', 'read', 'server', 'none'],
	])('%s at a %s is %s with effect %s', (text, phase, category, effect) => {
		expect(refusalOf(text, phase as Phase)).toMatchObject({ category, effect, message: text.replace(/^error: /i, '') });
	});
});

it.each([
	['ERROR: Company EDU1 is being backed up', true],
	['ERROR: Month-end is being processed', true],
	['ERROR: System is in maintenance mode', true],
	['ERROR: Maximum number of licensed users reached', true],
	['ERROR: Business object SORTOI not licensed', false],
	['ERROR: Invalid company id', false],
	['ERROR: The disk is full', false],
] as Array<[string, boolean]>)('%s: passing is %j, at a logon and at a write', (text, isPassing) => {
	for (const phase of ['logon', 'write'] as const) expect(refusalOf(text, phase).passing ?? false).toBe(isPassing);
});

describe('outcomes', () => {
	const wrapped = (inner: string) =>
		`<?xml version="1.0" encoding="Windows-1252"?>\n<setupinvwarehouse Language='05'>${inner}</setupinvwarehouse>\n `;
	const error = (name: string) =>
		`<${name}><Value>1004</Value><ErrorNumber>240004</ErrorNumber><ErrorDescription>Stock code '1004' not found</ErrorDescription></${name}>`;

	it.each([
		[
			'an invalid counter',
			`<item>${error('stockcode')}</item><StatusOfItems><RecordsRead>1</RecordsRead><RecordsInvalid>1</RecordsInvalid></StatusOfItems>`,
		],
		['an error without counters', `<item><deeper><still>${error('stockcode')}</still></deeper></item>`],
		[
			'a rejection without an error',
			'<StatusOfItems><ItemsRejectedWithWarnings>000001</ItemsRejectedWithWarnings></StatusOfItems>',
		],
		['a status', '<ValidationStatus><Status>Failed</Status></ValidationStatus>'],
		['a status with a message', '<Status>3</Status><Message>No such bank</Message>'],
	])('fails for %s', (_name, inner) => {
		expect(failureOf(() => outcomeOf(wrapped(inner), 'INVSWS', 'store'))).toMatchObject({
			category: 'invalidInput',
			api: 'INVSWS',
			effect: 'none',
		});
	});

	it('collects every error at any depth, with element and value', () => {
		const failure = failureOf(() =>
			outcomeOf(
				wrapped(`<Item>${error('stockcode')}<a>${error('warehouse')}</a><ItemNumber>000002</ItemNumber></Item>`),
				'X',
				'store',
			),
		);
		expect(failure).toMatchObject({
			code: '240004',
			message: "Stock code '1004' not found",
			place: 'item 2, stockcode',
			attributes: { stockcode: '1004' },
			others: [{ code: '240004', attributes: { warehouse: '1004' } }],
		});
	});

	it.each(['ItemsProcessed', 'RecordsProcessed', 'RecordsChanged', 'RecordsDeleted', 'ItemsDeleted'])(
		'knows from %s that something was done, though nothing was added',
		(counter) => {
			const inner = `<StatusOfItems><RecordsAdded>0</RecordsAdded><${counter}>1</${counter}></StatusOfItems>`;
			const { counters } = outcomeOf(wrapped(inner), 'X', 'store');
			expect(counters[counter.toLowerCase()]).toBe(1);
		},
	);

	it('takes an error beside a success for a warning', () => {
		const outcome = outcomeOf(
			wrapped(
				`<Item><Key><Grn>P1</Grn></Key>${error('price')}</Item><StatusOfItems><ItemsProcessed>000001</ItemsProcessed></StatusOfItems>`,
			),
			'X',
			'store',
		);
		expect(outcome).toMatchObject({
			keys: [{ Grn: 'P1' }],
			counters: { itemsprocessed: 1 },
			issues: [{ element: 'price', code: '240004' }],
		});
	});

	it('says what was stored of a document that failed in part', () => {
		const inner = `<Item><Key><SalesOrder>7</SalesOrder></Key></Item><Item>${error('stockcode')}</Item><StatusOfItems><ItemsProcessed>1</ItemsProcessed><ItemsInvalid>1</ItemsInvalid></StatusOfItems>`;
		const failure = failureOf(() => outcomeOf(wrapped(inner), 'SORTOI', 'store'));
		expect(failure.attributes.stored).toBe('7');
		expect(failure.hint).toContain('do not send those again');
	});

	it('names what was stored by its keys alone, and knows it without any', () => {
		const bad = `<Item><key><supplier>9</supplier></key>${error('supplier')}</Item>`;
		const counters =
			'<StatusOfItems><RecordsProcessed>1</RecordsProcessed><RecordsInvalid>1</RecordsInvalid></StatusOfItems>';
		const partly = failureOf(() =>
			outcomeOf(wrapped(`<Item><Key><Supplier>7</Supplier></Key></Item>${bad}${counters}`), 'APSSSP', 'store'),
		);
		expect(partly.attributes.stored).toBe('7');
		const keyless = failureOf(() => outcomeOf(wrapped(`<Item/>${bad}${counters}`), 'APSSSP', 'store'));
		expect(keyless.hint).toContain('do not send those again');
		expect(keyless.effect).not.toBe('none');
	});

	it('a document of which nothing was stored fails; one that was only checked does not', () => {
		const inner =
			'<StatusOfItems><ItemsProcessed>000000</ItemsProcessed><ItemsInvalid>000000</ItemsInvalid></StatusOfItems>';
		expect(failureOf(() => outcomeOf(wrapped(inner), 'SORTOI', 'store'))).toMatchObject({
			message: 'SORTOI stored nothing.',
			hint: expect.stringContaining('names of the elements'),
			effect: 'none',
		});
		expect(outcomeOf(wrapped(inner), 'SORTOI', 'check').counters).toEqual({ itemsprocessed: 0, itemsinvalid: 0 });
		expect(outcomeOf(wrapped('<Done/>'), 'SORTOI', 'store').counters).toEqual({});
	});

	it('warnings alone are no failure, and items with warnings are stored', () => {
		const warning =
			'<price><Value>0</Value><WarningNumber>9</WarningNumber><WarningDescription>No price</WarningDescription></price>';
		const issue = { element: 'price', code: '9', message: 'No price' };
		expect(outcomeOf(wrapped(warning), 'X', 'store').issues).toMatchObject([issue]);
		const inner = `${error('stockcode')}<StatusOfItems><ItemsProcessed>0</ItemsProcessed><ItemsProcessedWithWarnings>1</ItemsProcessedWithWarnings></StatusOfItems>`;
		expect(outcomeOf(wrapped(inner), 'X', 'store').issues).toHaveLength(1);
	});

	it.each([
		'<Row><ErrorNumber>7</ErrorNumber><ErrorDescription>a column</ErrorDescription></Row>',
		'<Row><Status>3</Status><Message>a column</Message></Row>',
		'<Row><ItemsInvalid>3</ItemsInvalid></Row>',
		'<Status>3</Status><Message>a record of COMFCH</Message>',
	])('data of a table are no verdict: %s', (inner) => {
		expect(outcomeOf(wrapped(inner), 'COMFND', 'read').issues).toEqual([]);
	});

	it.each(['', '   ', '<a><b></a>', 'no XML at all'])('is never made of %j', (xml) => {
		expect(failureOf(() => outcomeOf(xml, 'X', 'store'))).toMatchObject({ category: 'badAnswer', effect: 'unknown' });
	});
});

describe('XML', () => {
	it('makes elements of texts, attributes of names with @, and references of what is not ASCII', () => {
		const content = {
			Key: { PurchaseOrder: ' 00001' },
			LineNo: { '@FilterType': 'A' },
			Yes: true,
			Empty: '',
			Left: undefined,
			Many: ['a', 'b'],
			Name: 'Müller – “5 €”',
		};
		expect(writeXml({ root: 'Query', content })).toBe(
			'<?xml version="1.0" encoding="Windows-1252"?><Query><Key><PurchaseOrder> 00001</PurchaseOrder></Key><LineNo FilterType="A"/>' +
				'<Yes>Y</Yes><Empty/><Many>a</Many><Many>b</Many><Name>M&#252;ller &#8211; &#8220;5 &#8364;&#8221;</Name></Query>',
		);
		expect(readXml(writeXml({ root: 'Query', content })).document).toMatchObject({
			Key: { PurchaseOrder: ' 00001' },
			Name: content.Name,
			Many: ['a', 'b'],
		});
	});

	it.each(['<a>', '<a>&</a>', 'text'])('refuses %j before it is sent', (xml) => {
		expect(failureOf(() => writeXml(xml))).toMatchObject({ category: 'invalidInput', effect: 'none' });
	});

	it.each(['日本', 'Ł', '😀'])('refuses %s, which SYSPRO cannot store', (text) => {
		expect(failureOf(() => writeXml({ root: 'a', content: { b: text } })).message).toContain(
			'cannot store the character',
		);
	});
});

describe('encodings', () => {
	const SPECIAL = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ äöü ß ÿ';
	const received = async (bytes: Buffer) => {
		const { body } = await decodeBody(bytes, {}, 10_000);
		return await textOf({ status: 200, headers: {}, body, bytes }, 0);
	};

	it.each([
		['declared as Windows-1252', windows1252(`<?xml version="1.0" encoding="Windows-1252"?><a>${SPECIAL}</a>`)],
		['undeclared Windows-1252', windows1252(`<a>${SPECIAL}</a>`)],
		['undeclared UTF-8', Buffer.from(`<a>${SPECIAL}</a>`)],
		[
			'the quotes of JSON',
			Buffer.from(JSON.stringify(`<?xml version="1.0" encoding="Windows-1252"?><a>${SPECIAL}</a>`)),
		],
		['an element of its own', Buffer.from(`<string xmlns="x">&lt;a>${SPECIAL}&lt;/a></string>`)],
	])('reads %s', async (_name, bytes) => {
		expect(readXml(await received(bytes)).document['#text']).toBe(SPECIAL);
	});
});

describe('filters of OData', () => {
	it('quotes texts, and writes dates as the service takes them', () => {
		const conditions = [
			{ column: 'Name', operator: 'eq' as const, value: "O'Brien & 50%" },
			{ column: 'Qty', operator: 'gt' as const, value: '5', type: 'number' as const },
			{ column: 'OrderDate', operator: 'ge' as const, value: '2026-01-31', type: 'date' as const },
			{ column: 'Code', operator: 'startswith' as const, value: '00' },
		];
		expect(filterOf(conditions, 'datetime')).toBe(
			"Name eq 'O''Brien & 50%' and Qty gt 5 and OrderDate ge 2026-01-31T00:00:00Z and startswith(Code,'00')",
		);
		expect(filterOf(conditions.slice(2, 3), 'date')).toBe('OrderDate ge 2026-01-31');
		expect(filterOf(conditions.slice(2, 3), 'client')).toBeUndefined();
	});

	it.each([
		{ column: 'a b', operator: 'eq' as const, value: '1' },
		{ column: "x eq '' or y", operator: 'eq' as const, value: '1' },
		{ column: 'Qty', operator: 'eq' as const, value: '1 or 1', type: 'number' as const },
		{ column: 'Day', operator: 'eq' as const, value: '2026-02-30', type: 'date' as const },
	])('lets nothing into the language: %j', (condition) => {
		expect(failureOf(() => filterOf([condition], 'date'))).toMatchObject({ category: 'invalidInput', effect: 'none' });
	});

	it.each(['', '<html></html>', '{}'])('%j is no metadata', (body) => {
		expect(failureOf(() => entitySetsIn({ status: 200, headers: {}, body })).category).toBe('badAnswer');
	});
});
