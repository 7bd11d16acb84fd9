import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { overTheWire, playDay, type Happened } from './index';

const help = `Plays a day of business on a running sandbox.

  npx tsx sandbox/oms/business/main.ts --url https://127.0.0.1:<port>/smcfs [options]

  --orders <number>       orders of the day (default: 100)
  --minutes <number>      how long the day takes (default: 2)
  --prefix <text>         first part of the order numbers (default: DAY and the time)
  --seed <number>         another number makes another day (default: 1)
  --certificates <folder> where the sandbox wrote its certificates
  --user, --password      login (default: integration)
  --help                  show this help
`;

const { values } = parseArgs({
	options: {
		url: { type: 'string' },
		orders: { type: 'string', default: '100' },
		minutes: { type: 'string', default: '2' },
		prefix: { type: 'string' },
		seed: { type: 'string', default: '1' },
		certificates: { type: 'string' },
		user: { type: 'string', default: 'integration' },
		password: { type: 'string', default: 'Integration-1' },
		help: { type: 'boolean' },
	},
});

function pem(name: string): string | undefined {
	return values.certificates === undefined ? undefined : readFileSync(join(values.certificates, name), 'utf8');
}

async function main(url: string): Promise<void> {
	const { call, close } = await overTheWire({
		url,
		loginId: values.user,
		password: values.password,
		ca: pem('ca.pem'),
		certificate: pem('client.pem'),
		key: pem('client.key'),
	});
	const counts = new Map<string, number>();
	const happened = ({ event }: Happened): void => {
		counts.set(event, (counts.get(event) ?? 0) + 1);
	};
	const began = Date.now();
	const msPerMinute = (Number(values.minutes) * 60_000) / (24 * 60);
	const until = async (minute: number): Promise<void> => {
		await sleep(Math.max(0, began + minute * msPerMinute - Date.now()));
	};
	const prefix = values.prefix ?? `DAY-${began.toString(36).toUpperCase()}`;
	await playDay(call, { orders: Number(values.orders), seed: Number(values.seed), prefix, until, happened });
	await close();
	for (const [event, count] of counts) process.stdout.write(`${String(count).padStart(6)} ${event}\n`);
}

if (values.help || values.url === undefined) process.stdout.write(help);
else void main(values.url);
