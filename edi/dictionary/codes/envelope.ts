/** Code lists of the envelope. */
export const envelopeCodes: Record<string, string> = {
	'455': 'T X',
	I01: '00 01 02 03 04 05 06 07 08',
	I03: '00 01',
	I05: `
	01-4 07 08 09 10-9 20-9 30-8 AM NR SA SN ZZ
	`,
	I13: '0 1',
	I14: 'I P T',
	I17: 'A E R',
	I18: `
	000-9 010-9 020-9 030 031
	`,
};
