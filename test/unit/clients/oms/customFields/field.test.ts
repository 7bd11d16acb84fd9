import { applyConditions, nameOf, orderBy, pairOf, toFieldId } from '../../../../../clients/oms';

test.each([
	['ExtnGiftText', 'Extn.ExtnGiftText'],
	[' CustomAttributes.IsPreOrder ', 'CustomAttributes.IsPreOrder'],
	['', ''],
])('what is typed as "%s" means %s', (typed, id) => expect(toFieldId(typed)).toBe(id));

test.each([
	['Extn.ExtnGiftText', 'ExtnGiftText'],
	['References.Cart', 'Cart'],
	['AdditionalAttributeList.CATALOG/Looks/Color', 'Color'],
	['AdditionalAttributeList.CATALOG//Height/Width', 'Height/Width'],
	['OrderLine.CustomAttributes.Engraving', 'Engraving'],
])('the name in %s is %s', (id, name) => expect(nameOf(id)).toBe(name));

test.each([
	['References.Cart', 'References', { Name: 'Cart' }],
	['References.a.b', 'References', { Name: 'a.b' }],
	['OrderLine.References.Cart', 'OrderLine.References', { Name: 'Cart' }],
	['AdditionalAttributeList.Color', 'AdditionalAttributeList', { Name: 'Color' }],
	['AdditionalAttributeList.A/B', 'AdditionalAttributeList', { Name: 'A/B' }],
	[
		'AdditionalAttributeList.CATALOG/Looks/Color',
		'AdditionalAttributeList',
		{ Name: 'Color', AttributeDomainID: 'CATALOG', AttributeGroupID: 'Looks' },
	],
	[
		'AdditionalAttributeList.CATALOG//Color',
		'AdditionalAttributeList',
		{ Name: 'Color', AttributeDomainID: 'CATALOG' },
	],
])('%s is an entry of a list', (id, list, entry) => expect(pairOf(id)).toMatchObject({ list, entry }));

test.each(['Extn.ExtnFoo', 'OrderNo', 'References', 'References.Reference.Name', ''])('%s is none', (id) =>
	expect(pairOf(id)).toBeUndefined(),
);

describe('in queries', () => {
	it('filters pairs by name and value', () => {
		const input = applyConditions({ OrganizationCode: 'AURORA' }, [
			{ attribute: 'AdditionalAttributeList.Color', operator: 'EQ', value: 'blue' },
			{ attribute: 'AdditionalAttributeList.Weight', operator: 'BETWEEN', value: '1', to: '2' },
			{ attribute: 'Extn.ExtnBrand', operator: 'FLIKE', value: 'Aur' },
		]);
		expect(input).toEqual({
			OrganizationCode: 'AURORA',
			AdditionalAttributeList: {
				AdditionalAttribute: [
					{ Name: 'Color', Value: 'blue' },
					{ Name: 'Weight', FromValue: '1', ToValue: '2', ValueQryType: 'BETWEEN' },
				],
			},
			Extn: { ExtnBrand: 'Aur', ExtnBrandQryType: 'FLIKE' },
		});
	});

	it('keeps lists of values to own columns, where Sterling can compare them', () => {
		const oneOf = (attribute: string) => applyConditions({}, [{ attribute, operator: 'IN', values: ['a', 'b'] }]);
		expect(oneOf('Extn.ExtnBrand')).toMatchObject({
			ComplexQuery: { Or: { Exp: [{ Name: 'Extn_ExtnBrand' }, { Name: 'Extn_ExtnBrand' }] } },
		});
		expect(() => oneOf('References.Cart')).toThrow(/only columns of the document itself/);
	});

	it('sorts by extension columns below their element', () => {
		const sorted = orderBy([
			{ name: 'Extn.ExtnWaveNo', descending: true },
			{ name: 'OrderNo', descending: false },
			{ name: 'Extn.ExtnDock', descending: false },
		]);
		expect(sorted).toEqual({
			OrderBy: {
				Attribute: [{ Name: 'OrderNo', Desc: 'N' }],
				Extn: {
					Attribute: [
						{ Name: 'ExtnWaveNo', Desc: 'Y' },
						{ Name: 'ExtnDock', Desc: 'N' },
					],
				},
			},
		});
	});
});
