import fc from 'fast-check';

import { plainFileName } from '../../../../kit/n8n/files';
import { anyCharacter } from '../../../support/characters';

test.each([
	['order.edi', 'order.edi'],
	['../../etc/passwd', 'passwd'],
	['..\\..\\Windows\\win.ini', 'win.ini'],
	['/ACME/Inbox/PO 1.xml', 'PO 1.xml'],
	['a\0b\r\n.txt', 'ab.txt'],
	['..', 'file'],
	['.', 'file'],
	['a/', 'file'],
	['', 'file'],
	['.hidden', '.hidden'],
	['Größe.csv', 'Größe.csv'],
])('the file name %j becomes %j', (given, expected) => expect(plainFileName(given)).toBe(expected));

test('no name leads to another folder', () => {
	fc.assert(
		fc.property(fc.string({ unit: anyCharacter }), (given) => {
			const name = plainFileName(given);
			expect(name).not.toMatch(/[/\\\0-\x1f]/);
			expect(['', '.', '..']).not.toContain(name);
		}),
	);
});
