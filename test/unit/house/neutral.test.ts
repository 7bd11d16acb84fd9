import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

const KIT = resolve(__dirname, '../../../kit');

/** Names of products, and words of the editor that only its own room (kit/n8n) may use. */
const FOREIGN =
	/\b(Sterling|OMS|IBM|SYSPRO|smcfs|the credential|Endpoint URL|Extra Headers|Timeout \(Seconds\)|Requests in Flight|Client Certificate|CA Certificate|P12 File \(Base64\))\b/;

/** Files that other work is on at the moment; they leave this list when they are neutral. */
const TO_BE_MADE_NEUTRAL = [
	'errors.ts',
	'http/cancel.ts',
	'http/dispatch.ts',
	'http/networkErrors.ts',
	'http/retry.ts',
	'polling/seen.ts',
	'polling/window.ts',
];

const files = readdirSync(KIT, { recursive: true, encoding: 'utf8' })
	.map((file) => file.split(sep).join('/'))
	.filter((file) => file.endsWith('.ts') && !file.startsWith('n8n/') && !TO_BE_MADE_NEUTRAL.includes(file));

test.each(files)('kit/%s names no product and no label of the editor', (file) => {
	const lines = readFileSync(join(KIT, file), 'utf8').split('\n');
	expect(lines.filter((line) => FOREIGN.test(line))).toEqual([]);
});
