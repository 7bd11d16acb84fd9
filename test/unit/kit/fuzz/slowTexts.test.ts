import { runInNewContext } from 'node:vm';

import { readResponse as b2biAnswer } from '../../../../clients/b2bi/response';
import { keyOf } from '../../../../clients/b2bi/address';
import { cleanPath } from '../../../../clients/b2bi/mailboxes';
import { messageIn } from '../../../../clients/mq/rest/headers';
import { readFolder } from '../../../../clients/mq/rfh2/folder';
import { readAnswer } from '../../../../clients/oms/answer';
import { refusalOf } from '../../../../clients/syspro/enet/refusals';
import { plainDecimal as sysproDecimal, text } from '../../../../clients/syspro/values';
import { text as lineOfText } from '../../../../edi/documents/mapping/codecs';
import { pieces } from '../../../../edi/documents/mapping/pieces';
import { redactText } from '../../../../kit/http/redact';
import { datesIn } from '../../../../kit/n8n/dates';
import { plainDecimal } from '../../../../kit/n8n/fields/decimal';
import { strictNumber } from '../../../../kit/strictNumber';

const SIZE = 400_000;
/** A reader in proportion to the text takes a few milliseconds; one that tries each way takes minutes. */
const LONGEST_MS = 20_000;
const run = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length));

/**
 * What a server or an item may hold, made so that a pattern which tries each place, or each way to part it, takes minutes
 * or longer. Whatever comes of it: a reader that is in proportion to the text is through at once.
 */
const READERS: Record<string, [read: (text: string) => unknown, ...texts: string[]]> = {
	'a page of Order Management': [
		(body) => readAnswer({ status: 200, headers: {}, body }, 0),
		`${'<!---->'.repeat(60)}N`,
		`<!--${'--><!--'.repeat(60)}N`,
		`<?xml version="1.0"?>${'<!-- a --> '.repeat(60)}<Order/>`,
		run('<!---->'),
		`<!--${run('-')}`,
	],
	'a page of B2B Integrator': [
		(body) => b2biAnswer({ status: 502, headers: {}, body }, { service: 'mailboxes' }, 0),
		run('<STYLE<'),
		run('<'),
		`<html>${run('<script>')}`,
		run(' '),
	],
	'an address of B2B Integrator': [keyOf, `${run('/')}x`],
	'a path of a mailbox': [cleanPath, `${run('/')}x`],
	'a refusal of SYSPRO': [
		(message) => refusalOf(message, 'read'),
		`ERROR: ${run('exceed')}`,
		`ERROR: ${run('program ')}`,
		run(' '),
	],
	'a secret in an error': [(message) => redactText(message, ['canary']), run('eyJ-'), run('+A'), run('token="')],
	'a text of SYSPRO': [(value) => text({ A: value } as never, 'A'), `${run(' ')}x`, `${run('\0')}x`, run('\0 ')],
	'a number of SYSPRO': [(value) => sysproDecimal(value, 'A'), `${run('0')}x`, `0.${run('0')}1`, `1.${run('0')}`],
	'a number of a response': [strictNumber, `${run('0')}x`, run('9')],
	'a number of an item': [plainDecimal, `${run('0')}x`, `0.${run('0')}1e1`],
	'a text for X12': [(value) => lineOfText.write(value, {} as never), `${run(' ')}x`, run(' \n')],
	'a text for X12 in pieces': [(value) => pieces(value, 80), `${run(' ')}x`, `${run(' ')}\n`],
	'a date of an item': [(value) => datesIn('UTC').read(value), run('('), `Mon Jan 5 2026 GMT ${run('(')}\n`],
	'a folder of MQRFH2': [readFolder, `<usr>${run('a')}</usr>`, `<usr ${run('a')}`, `<usr a='${run('a')}'/>`],
	'a header of MQ REST': [
		(value) => messageIn({ status: 200, headers: { 'ibm-mq-usr': value }, body: '' }),
		`a;${'\t'.repeat(8000)}a${'\t'.repeat(8000)}`,
		`a;"${'\\'.repeat(16_000)}`,
	],
};

test.each(Object.entries(READERS))('%s is read in proportion to its length', (_what, [read, ...texts]) => {
	for (const one of texts) {
		try {
			// Nothing else ends a reader that takes for ever: a test without await outlives its time-out.
			runInNewContext('read()', { read: () => void read(one) }, { timeout: LONGEST_MS });
		} catch (error) {
			expect(error).not.toBeInstanceOf(RangeError);
			expect(error).not.toHaveProperty('code', 'ERR_SCRIPT_EXECUTION_TIMEOUT');
		}
	}
});
