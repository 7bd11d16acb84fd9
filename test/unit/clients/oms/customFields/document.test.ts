import fc from 'fast-check';

import { askFor, customFieldsIn, setCustomField } from '../../../../../clients/oms/customFields/document';
import { withCustomFields } from '../../../../../nodes/IbmSterlingOms/documents/chosenFields';
import { simplify, templateOf, type Shape } from '../../../../../nodes/IbmSterlingOms/documents/shape';
import type { Document } from '../../../../../kit/xml/document';

const written = (...fields: Array<[string, string]>) => {
	const document: Document = { OrderNo: '1' };
	for (const [id, value] of fields) setCustomField(document, id, value);
	return document;
};

test('fields of every kind stand where Sterling wants them', () => {
	expect(
		written(
			['Extn.ExtnFoo', 'a'],
			['CustomAttributes.Bar', 'b'],
			['References.Cart', 'c'],
			['References.Source', 'd'],
			['AdditionalAttributeList.Domain/Group/Color', 'e'],
			['References.Cart', 'f'],
		),
	).toEqual({
		OrderNo: '1',
		Extn: { ExtnFoo: 'a' },
		CustomAttributes: { Bar: 'b' },
		References: {
			Reference: [
				{ Name: 'Source', Value: 'd' },
				{ Name: 'Cart', Value: 'f' },
			],
		},
		AdditionalAttributeList: {
			AdditionalAttribute: [{ Name: 'Color', AttributeDomainID: 'Domain', AttributeGroupID: 'Group', Value: 'e' }],
		},
	});
});

test('what is written is read again, whatever else is written', () => {
	// Read without domain and group, which are no part of the name that comes out.
	const shortName = (one: string) => one.replace(/[^./]+\//g, '');
	const name = fc.stringMatching(/^[A-Za-z]{1,8}$/).filter((text) => !['constructor', 'prototype'].includes(text));
	const id = fc.oneof(
		name.map((text) => `Extn.Extn${text}`),
		name.map((text) => `CustomAttributes.X${text}`),
		name.map((text) => `References.${text}`),
		fc.tuple(name, name, name).map((parts) => `AdditionalAttributeList.${parts.join('/')}`),
	);
	const value = fc.stringMatching(/^\S(.*\S)?$/);
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.tuple(id, value), { selector: ([one]) => shortName(one), maxLength: 12 }),
			(fields) => {
				const document = written(...fields);
				const read = (one: string) => Object.values(customFieldsIn(document, [one]));
				for (const [one, text] of fields) expect(read(one)).toContain(text);
			},
		),
	);
});

test('names that would reach an object’s prototype are refused', () => {
	expect(() => written(['Extn.__proto__', 'x'])).toThrow(/not a valid/);
	expect(() => written(['__proto__.polluted', 'x'])).toThrow(/not a valid/);
});

describe('templates', () => {
	const template = (...wanted: string[]) => {
		const made: Document = {};
		askFor(made, wanted);
		return made;
	};

	it('ask for all of a container or for single fields', () => {
		expect(template('Extn')).toEqual({ Extn: {} });
		expect(template('Extn.ExtnFoo', 'Extn.ExtnBar')).toEqual({ Extn: { ExtnFoo: '', ExtnBar: '' } });
		expect(template('Extn', 'Extn.ExtnFoo')).toEqual({ Extn: {} });
		const Reference = { Name: '', Value: '' };
		expect(template('References.Cart', 'References.Source')).toEqual({ References: { Reference } });
		expect(template('AdditionalAttributeList')).toEqual({
			AdditionalAttributeList: {
				AdditionalAttribute: { Name: '', AttributeDomainID: '', AttributeGroupID: '', Value: '' },
			},
		});
	});

	const SHAPE: Shape = {
		attributes: ['OrderNo'],
		custom: ['Extn'],
		lists: { OrderLines: { path: 'OrderLines.OrderLine', shape: { attributes: ['Key'], custom: ['Extn'] } } },
	};

	it.each([
		[[], false, { Extn: {} }, { Extn: {} }],
		[[], true, {}, {}],
		[['CustomAttributes.Bar'], false, { CustomAttributes: { Bar: '' } }, { Extn: {} }],
		[['OrderLine.Extn.ExtnFoo'], false, { Extn: {} }, { Extn: { ExtnFoo: '' } }],
		[['OrderLine.Extn.ExtnFoo'], true, {}, { Extn: { ExtnFoo: '' } }],
	])('of a shape with %j chosen, only those: %p', (chosen, only, own, ofLine) => {
		expect(templateOf(withCustomFields(SHAPE, chosen, only))).toEqual({
			OrderNo: '',
			OrderLines: { OrderLine: { Key: '', ...ofLine } },
			...own,
		});
	});
});

test('an item holds the fields that were asked for, by their own names', () => {
	const document = written(
		['Extn.ExtnFoo', 'a'],
		['CustomAttributes.Bar', 'b'],
		['References.Cart', 'c'],
		['References.No', 'd'],
	);
	const shape: Shape = { attributes: ['OrderNo'], custom: ['Extn', 'References.Cart'] };
	expect(simplify(document, shape)).toEqual({ OrderNo: '1', customFields: { ExtnFoo: 'a', Cart: 'c' } });
	expect(customFieldsIn(document, ['References'])).toEqual({ Cart: 'c', No: 'd' });
});
