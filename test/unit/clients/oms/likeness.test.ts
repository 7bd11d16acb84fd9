import fc from 'fast-check';

import { compare, templateFor } from '../../../../clients/oms/likeness';
import type { Document } from '../../../../kit/xml/document';

type Case = [what: string, sent: Document, record: Document];
const line = (more: Document): Document => ({ OrderLines: { OrderLine: [{ PrimeLineNo: '1', ...more }] } });
const stored = (more: Document): Document => ({
	OrderLines: { OrderLine: [{ OrderLineKey: 'L1', PrimeLineNo: '1', SubLineNo: '1', OrderedQty: '2.00', ...more }] },
});
const verdict = (sent: Document, record: Document) => {
	const { same, different, untold } = compare(sent, record, ['OrderHeaderKey']);
	if (different.length > 0) return 'different';
	return untold.length > 0 || same.length === 0 ? 'untold' : 'same';
};

it.each<Case>([
	['an attribute', { CustomerPONo: 'P' }, { CustomerPONo: 'P' }],
	['how it is done does not count', { CustomerPONo: 'P', Override: 'Y', Action: 'MODIFY' }, { CustomerPONo: 'P' }],
	['a child element', { PersonInfoShipTo: { City: 'A' } }, { PersonInfoShipTo: { City: 'A', Country: 'US' } }],
	['custom fields', { Extn: { ExtnGift: 'Y' } }, { Extn: { ExtnGift: 'Y' } }],
	['a number by its value', line({ OrderedQty: '2' }), stored({})],
	['a time by its moment', { ReqShipDate: '2026-01-02T03:00:00Z' }, { ReqShipDate: '2026-01-01T22:00:00-05:00' }],
	['an attribute that was emptied', { CustomerPONo: '' }, { CustomerPONo: '' }],
	['a cancelled line by its quantity', line({ Action: 'CANCEL' }), stored({ OrderedQty: '0' })],
	[
		'a cancelled line by its status',
		line({ Action: 'CANCEL' }),
		stored({ MinLineStatus: '9000', MaxLineStatus: '9000' }),
	],
	[
		'a hold',
		{ OrderHoldTypes: { OrderHoldType: [{ HoldType: 'H', Status: '1300' }] } },
		{ OrderHoldTypes: { OrderHoldType: [{ HoldType: 'H', Status: '1300' }] } },
	],
])('holds: %s', (_what, sent, record) => {
	expect(verdict(sent, record)).toBe('same');
});

it.each<Case>([
	['another value', { CustomerPONo: 'P' }, { CustomerPONo: 'Q' }],
	['an attribute that the record does not have', { CustomerPONo: 'P' }, {}],
	['one of several', { CustomerPONo: 'P', OrderName: 'N' }, { CustomerPONo: 'P', OrderName: '' }],
	['codes are no numbers', { TermsCode: '1.0' }, { TermsCode: '1' }],
	['a status is no number', { Extn: { ExtnStatus: '1100.10' } }, { Extn: { ExtnStatus: '1100.1' } }],
	['a line that goes on', line({ Action: 'CANCEL' }), stored({ MinLineStatus: '1100', MaxLineStatus: '9000' })],
	['a line that is not there', line({ PrimeLineNo: '7', OrderedQty: '2' }), stored({})],
])('does not hold: %s', (_what, sent, record) => {
	expect(verdict(sent, record)).toBe('different');
});

it.each<Case>([
	['nothing was sent', { OrderHeaderKey: 'K' }, { OrderHeaderKey: 'K' }],
	['a note', { Notes: { Note: [{ NoteText: 'x' }] } }, { Notes: { Note: [{ NoteText: 'x' }] } }],
	['a time stamp', { CustomerPONo: 'P', Modifyts: 'T' }, { CustomerPONo: 'P', Modifyts: 'T' }],
	['a lock', { Lockid: '3', CustomerPONo: 'P' }, { Lockid: '3', CustomerPONo: 'P' }],
	['a relative quantity', line({ ChangeInOrderedQty: '1' }), stored({ ChangeInOrderedQty: '1' })],
	['an added line', line({ Action: 'CREATE', OrderedQty: '2' }), stored({})],
	['a line without a name', { OrderLines: { OrderLine: [{ OrderedQty: '2' }] } }, stored({})],
	[
		'a charge',
		{ HeaderCharges: { HeaderCharge: [{ ChargeCategory: 'C', ChargeName: 'N', ChargeAmount: '1' }] } },
		{ HeaderCharges: { HeaderCharge: [{ ChargeCategory: 'C', ChargeName: 'N', ChargeAmount: '1' }] } },
	],
	[
		'a payment',
		{ PaymentMethods: { PaymentMethod: [{ PaymentKey: 'P', MaxChargeLimit: '1' }] } },
		{ PaymentMethods: { PaymentMethod: [{ PaymentKey: 'P', MaxChargeLimit: '1' }] } },
	],
	['a release that is backordered', { Action: 'BACKORDER', SCAC: 'U' }, { SCAC: 'U' }],
	['an attribute that was emptied and is not shown', { CustomerPONo: '' }, {}],
	['a list in place of a text', { CustomerPONo: 'P' }, { CustomerPONo: ['P'] } as unknown as Document],
])('cannot be told: %s', (_what, sent, record) => {
	expect(verdict(sent, record)).toBe('untold');
});

it('any change of a value shows, and what holds is only what was asked for', () => {
	const text = fc.stringMatching(/^[A-Za-z]{1,6}$/);
	const element = fc.dictionary(fc.constantFrom('OrderName', 'CustomerPONo', 'SCAC', 'City'), text, { minKeys: 1 });
	fc.assert(
		fc.property(element, element, text, (header, address, other) => {
			const sent: Document = { ...header, PersonInfoShipTo: address };
			expect(verdict(sent, structuredClone(sent))).toBe('same');
			expect(Object.keys(templateFor(sent)).sort()).toEqual(Object.keys(sent).sort());
			const [name] = Object.keys(address);
			const changed: Document = { ...header, PersonInfoShipTo: { ...address, [name]: `${address[name]}${other}` } };
			expect(verdict(sent, changed)).toBe('different');
		}),
	);
});
