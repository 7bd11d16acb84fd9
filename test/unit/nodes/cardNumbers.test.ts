import { fromXml } from '../../../kit/xml';
import { refuseCardNumbers } from '../../../nodes/IbmSterlingOms/run/cardNumbers';

const TEST_CARD = '4111 1111 1111 1111';
const payment = (attributes: Record<string, string>) => ({
	OrderNo: '4111111111111111',
	PaymentMethods: { PaymentMethod: [attributes] },
});

test.each([
	['by its name', { CreditCardNo: '4000000000000' }],
	['by its check digit, whatever the attribute is called', { PaymentReference1: TEST_CARD }],
])('a card number is refused %s and not repeated', (_, attributes) => {
	expect(() => refuseCardNumbers(payment(attributes))).toThrow(/card number/);
	expect(() => refuseCardNumbers(payment(attributes))).not.toThrow(/4111|4000/);
});

test.each([
	['in text', '<PaymentMethod><CreditCardNo>4000 0000 0000 0</CreditCardNo></PaymentMethod>'],
	['in text that is marked as such', '<PaymentMethod><Ref><![CDATA[4111111111111111]]></Ref></PaymentMethod>'],
	['in an attribute', '<PaymentMethod PaymentReference1="4111-1111-1111-1111"/>'],
	['beside an element of its name', '<PaymentMethod CreditCardNo="4000000000000"><CreditCardNo/></PaymentMethod>'],
	['in an element outside of payments', '<Extn><CardNumber>4000000000000</CardNumber></Extn>'],
])('a card number of pasted XML is refused %s', (_, xml) => {
	expect(() => refuseCardNumbers(fromXml(`<Order>${xml}</Order>`).document)).toThrow(/card number/);
});

test.each([
	['the last four digits', { CreditCardNo: '1111' }],
	['a token', { PaymentReference1: 'tok_4111111111111111' }],
	['a reference that no card begins like', { PaymentReference1: '8825408195409504' }],
	['a number without a valid check digit', { PaymentReference1: '4111111111111112' }],
])('%s pass, and so does an order number that looks like a card', (_, attributes) => {
	expect(() => refuseCardNumbers(payment(attributes))).not.toThrow();
});
