import { EdiError, read, readStream } from '../../../../edi';
import { ISA } from '../samples';

const bytes = (...values: number[]) => Uint8Array.from(values);

/** What other files that land in the mailbox begin with, and how they are named. */
const FOREIGN: Array<[string, string | Uint8Array, RegExp]> = [
	['nothing', '', /is empty/],
	['blanks', ' \r\n\t\n', /is empty/],
	['no bytes', bytes(), /is empty/],
	['a byte order mark alone', '\ufeff', /is empty/],
	['EDIFACT with UNA', "UNA:+.? '\nUNB+UNOC:3+AURORA+BOREALIS+261127:1430+1'", /EDIFACT/],
	['EDIFACT with UNB', "UNB+UNOA:1+AURORA+BOREALIS+261127:1430+1'", /EDIFACT/],
	['TRADACOMS', 'STX=ANA:1+5000000000000:AURORA', /TRADACOMS/],
	['HL7', 'MSH|^~\\&|A|B', /HL7/],
	['XML', '<?xml version="1.0"?><Order/>', /XML/],
	['XML behind a mark', '\ufeff<Order OrderNo="1"/>', /XML/],
	['HTML', '<!DOCTYPE html><html><body>Sign in</body></html>', /HTML/],
	['JSON', '{"orders":[]}', /JSON/],
	['PDF', bytes(...Buffer.from('%PDF-1.7\n'), 0xe2, 0xe3, 0xcf, 0xd3), /PDF/],
	['ZIP', bytes(0x50, 0x4b, 3, 4, 0x14, 0, 8, 8), /ZIP/],
	['gzip', bytes(0x1f, 0x8b, 8, 0, 0, 0), /gzip/],
	['EBCDIC', bytes(0xc9, 0xe2, 0xc1, 0x5c, 0xf0, 0xf0, 0x5c), /EBCDIC/],
	['EDIFACT in lower case', "unb+unoa:1+a+b'", /EDIFACT/],
	['X12 in Base64', Buffer.from(ISA + '~GS*PO').toString('base64'), /Base64/],
	['an IDoc', 'EDI_DC40  100000000000123456', /IDoc/],
	['SWIFT', '{1:F01AURORAXXAXXX0000000000}{2:O103}', /SWIFT/],
	['RTF', '{\\rtf1\\ansi}', /RTF/],
	['Excel', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /Office/],
	['PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), /image/],
	['JPEG', bytes(0xff, 0xd8, 0xff, 0xe0, 0, 0x10), /image/],
	['7-Zip', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), /compressed/],
	['XML in UTF-16', Buffer.from('<?xml version="1.0"?><a/>', 'utf16le'), /XML/],
	['letters between the elements', ISA.replaceAll('*', 'X') + '~', /"X" follows "ISA" and cannot separate/],
	['a terminator that is a letter', `${ISA}QGS*PO*A`, /"Q" is a letter or digit/],
	['a terminator that is a space', `${ISA} GS*PO*A`, /no segment terminator/],
	['a terminator that separates elements', `${ISA}*GS*PO*A`, /"\*" separates elements already/],
	['a terminator that separates components', `${ISA}>GS*PO*A`, /">" separates components already/],
	['a component separator that separates elements', `${ISA.slice(0, -1)}*~GS*PO`, /"\*" separates elements already/],
	['an element too few', `${ISA.replace('*261127', '')}~GS*PO*A*B`, /has 15 elements, not 16/],
	['an element too many', `${ISA.replace('*261127', '*261127*X')}~GS*PO*A*B`, /"P". The ISA segment may have too many/],
	['PGP', '-----BEGIN PGP MESSAGE-----\n', /Decrypt/],
	['an AS2 message', 'Content-Type: application/edi-x12\r\n\r\nISA*00*', /AS2/],
	['GS without ISA', 'GS*PO*A*B*20261127*1430*1*X*004010~', /without its ISA/],
	['ST without GS', 'ST*850*0001~BEG*00*SA*1**20261127~', /without its ISA and GS/],
	['text', 'Dear Sir or Madam', /begins with "Dear Sir or Madam"/],
	['ISA and nothing', 'ISA', /begins with "ISA"/],
	['ISA and its separator', 'ISA*', /fewer than 16 elements/],
	['an ISA that is cut off', ISA.slice(0, 60), /fewer than 16 elements/],
	['an ISA without a terminator', ISA, /no segment terminator/],
	['no terminator at all', `${ISA}GS*PO*A*B`, /no segment terminator/],
	['ISA16 that is a letter', `${ISA.slice(0, -1)}G~GS*PO~`, /component separator/],
	['a word that begins with ISA', 'ISABELLA*00*', /begins with "ISABELLA/],
];

it.each(FOREIGN)('%s is named', async (_, input, message) => {
	const failure = (() => {
		try {
			read(input);
			return undefined;
		} catch (error) {
			return error;
		}
	})();
	expect(failure).toBeInstanceOf(EdiError);
	expect(failure).toMatchObject({ code: 'not-x12', message: expect.stringMatching(message) });
	const stream = (async () => {
		for await (const _event of readStream([input])) void _event;
	})();
	await expect(stream).rejects.toMatchObject({ code: 'not-x12', message: expect.stringMatching(message) });
});

it('what does not print is not printed', () => {
	expect(() => read('\u0001\u0002ÿ')).toThrow(/begins with "\?\?\?"/);
	expect(() => read(bytes(1, 2, 3))).toThrow(/begins with "\?\?\?"/);
});
