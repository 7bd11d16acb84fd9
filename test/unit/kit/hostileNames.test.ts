import { applyConditions } from '../../../clients/oms';
import { parseEvents } from '../../../clients/inventory';
import { foldersOf, propertiesOf } from '../../../clients/mq/rfh2/properties';
import { normalise } from '../../../clients/oms/normalise';
import { lineKind } from '../../../clients/syspro/documents/parts';
import { explain } from '../../../clients/b2bi/responseErrors';
import { stateOf } from '../../../clients/b2bi/processes';
import { getPath, setPath } from '../../../kit/xml/path';
import { decode } from '../../../kit/xml/characters';
import { lineOf } from '../../../nodes/X12/run/lines';
import { settle } from '../../../nodes/X12/run/settle';
import { eventOfId } from '../../../nodes/IbmSterlingOms/trigger/events/eventIds';
import { fromParsedXml } from '../../../nodes/IbmSterlingOms/trigger/events/parsedXml';

/** Names that every object inherits, and those that lead to what all objects share. */
const INHERITED = ['toString', 'valueOf', 'hasOwnProperty', 'constructor', '__proto__', 'isPrototypeOf'];
const inherited = Reflect.ownKeys(Object.prototype).sort();
afterEach(() => expect(Reflect.ownKeys(Object.prototype).sort()).toEqual(inherited));

const values = { timezone: 'UTC' } as never;
const attempt = (work: () => unknown): unknown => {
	try {
		return work();
	} catch (error) {
		return (error as Error).message;
	}
};

describe.each(INHERITED)('the name %s', (name) => {
	it('is no entity of XML', () => {
		expect(decode(`a &${name}; b`)).toBe(`a &${name}; b`);
	});

	it('is no list of Sterling', () => {
		const document = JSON.parse(`{"${name}": {"inner": {"A": "1"}}}`) as never;
		expect(JSON.stringify(normalise(document, name))).toContain('inner');
	});

	it('is no kind of event, and an attribute like any other', () => {
		const [event] = parseEvents({ type: name, data: {} });
		expect(event.kind).toBe('other');
		const [older] = parseEvents({
			eventbatch: [{ events: [{ code: name, attributes: [{ name, value: 'x', type: 'String' }] }] }],
		});
		expect([older.kind, Object.entries(older.data)]).toEqual(['other', [[name, 'x']]]);
	});

	it('is no event of Sterling, and no kind of line of SYSPRO', () => {
		expect(eventOfId(name)).toBeUndefined();
		expect(lineKind(name)).toBe('other');
	});

	it('is no state and no hint of B2B Integrator', () => {
		expect(stateOf(name)).toBe('running');
		expect(explain(400, { code: name, description: 'x' } as never, 'service').hint).not.toBeInstanceOf(Function);
	});

	it('is a property of a message like any other', () => {
		const folders = ['<mcd><Msd>jms_text</Msd></mcd>', `<usr><${name}>x</${name}></usr>`];
		expect(propertiesOf(folders)[name]).toBe('x');
		const jms = propertiesOf([`<jms><${name}>x</${name}></jms>`]);
		expect(Object.entries(jms)).toEqual([[`jms.${name}`, 'x']]);
		if (name !== '__proto__') expect(foldersOf({ [name]: 'x' }).join()).toContain(`<${name}>x</${name}>`);
	});

	it('is refused as a condition, or is an attribute', () => {
		for (const attribute of [name, `${name}.polluted`, `Extn.${name}`]) {
			const said = attempt(() => applyConditions({}, [{ attribute, operator: 'EQ', value: 'x' }]));
			if (typeof said === 'string') expect(said).toMatch(/cannot be the name of an attribute/);
			else expect(JSON.stringify(said)).toContain('x');
		}
	});

	it('is refused as a path, or is a member', () => {
		const document = {};
		const said = attempt(() => setPath(document, `${name}.inner`, 'x'));
		if (said === undefined) expect(getPath(document, `${name}.inner`)).toBe('x');
		else expect(said).toMatch(/not a valid/);
	});

	it('is refused as a column, or is a member of the line', () => {
		const row = Object.fromEntries([[name, { inner: 'x' }]]);
		const said = attempt(
			() => settle(lineOf({ values: row, labels: ['Lines', 'Line 1'], context: values }, 'purchaseOrder')).form,
		);
		if (typeof said === 'string') expect(said).toMatch(/not a valid/);
		else expect(Object.entries(said as object)).toEqual([[name, { inner: 'x' }]]);
	});

	it('is an element of XML that n8n has parsed, or is left out', () => {
		const parsed = Object.fromEntries([
			[
				'Order',
				Object.fromEntries([
					[name, 'x'],
					['OrderNo', '1'],
				]),
			],
		]) as never;
		const document = fromParsedXml(parsed) as { Order: object };
		const entries = Object.entries(document.Order).filter(([one]) => one !== 'OrderNo');
		expect([[], [[name, 'x']]]).toContainEqual(entries);
	});
});
