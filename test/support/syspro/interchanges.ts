/** An interchange of one document from a partner to us. */
export function interchange(partner: string, group: string, body: string[]): string {
	return [
		`ISA*00*          *00*          *ZZ*${partner.padEnd(15)}*ZZ*ACME           *261127*0930*U*00401*000000900*0*T*>`,
		`GS*${group}*${partner}*ACME*20261127*0930*900*X*004010`,
		...body,
		`SE*${body.length + 1}*0001`,
		'GE*1*900',
		'IEA*1*000000900~',
	].join('~');
}

/** A customer's purchase order (850). */
export const order = (): string =>
	interchange('BAYSIDE', 'PO', ['ST*850*0001', 'BEG*00*SA*BAY-900**20261127', 'PO1*1*4*EA*25**VP*A100', 'CTT*1']);

/** A supplier's response to our first order (855) that promises another quantity. */
export const response = (quantity: number): string =>
	interchange('ACME', 'PR', [
		'ST*855*0001',
		'BAK*00*AC*1*20261127',
		'PO1*1*38400*EA*1.25**BP*A100',
		`ACK*IQ*${quantity}*EA`,
		'CTT*1',
	]);

/** A supplier's invoice (810) for the first line of our first order. */
export const invoice = (supplier = 'ACME'): string =>
	interchange(supplier, 'IN', [
		'ST*810*0001',
		'BIG*20261127*INV-77*20261120*1',
		'IT1*1*38400*EA*1.25**BP*A100',
		'TDS*4800000',
		'CTT*1',
	]);

/** A supplier's ship notice (856) for a part of our first order. */
export const shipNotice = (): string =>
	interchange('ACME', 'SH', [
		'ST*856*0001',
		'BSN*00*SHIP-7*20261127*0930',
		'HL*1**S',
		'HL*2*1*O',
		'PRF*1',
		'HL*3*2*I',
		'LIN*1*BP*A100',
		'SN1*1*400*EA',
		'CTT*3',
	]);
