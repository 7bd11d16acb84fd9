import { megabytes, tableOf, type Line } from '../report';
import type { Ledger, Truth } from './ledger';
import type { Vitals } from './vitals';

/** What a soak was and came to. */
interface Outcome {
	minutes: number;
	seed: number;
	machine: string;
	lines: Line[];
	ledger: Ledger;
	truth: Truth;
	samples: Vitals[];
}

const ROWS = 24;
const WIDTH = 60;

/** bench/soak.md. */
export function pageOf({ minutes, seed, machine, lines, ledger, truth, samples }: Outcome): string {
	const { requests, handshakes, logins, struck } = truth.wire;
	const kinds = Object.entries(struck).sort(([, a], [, b]) => b - a);
	const total = kinds.reduce((sum, [, count]) => sum + count, 0);
	return [
		'# Soak',
		`Written by \`npm run soak -- --minutes ${minutes} --seed ${seed}\` (${machine}). The built package runs on
n8n-core's engine in a process of its own, against the emulated systems in another one. The following run at the same
time:

- workflows that create orders in Order Management with and without numbers, change them, add notes and ship what is
  released, and two polling triggers, which are restarted and overtaken by their own next polls
- workflows that send messages to B2B Integrator, post sales orders to SYSPRO and put messages into MQ
- the triggers of B2B Integrator and SYSPRO, which are polled and restarted, and the trigger of MQ, whose workflow fails
  now and then
- other users, who create, change and release orders in transactions of up to five seconds (lag and overlap of the
  triggers are seven seconds), and bring messages and purchase orders into the other systems

Several faults are active at a time and change three times a second, with calm periods between them. They are the
transient faults of [the fault matrix](../docs/fault-matrix.md). Items that fail go into the next run. If a response was
lost, the workflow looks first. At the end, everything that was requested or passed on is compared with what the systems
contain. A message that the MQ trigger returned to its queue, and reported as returned, may be delivered again.

Growth is judged after the first third of the run, in which everything is loaded and compiled for the first time. The
heap is counted without the code that V8 compiles: V8 optimizes functions for as long as they are used more often. Two heap
snapshots of a soak, after 2 and 5 minutes, differed by 2.9 MB, of which 2.4 MB was such code; the program's own objects
had become fewer.`,
		tableOf(lines),
		`Order Management received ${requests} requests, ${total} of which were hit by a fault, with ${handshakes} full TLS handshakes (other connections resumed a session) and ${logins} logins. Faults:
${kinds.map(([kind, count]) => `${kind} ${count}`).join(', ')}.`,
		'Outcome of all items and polls, including repeated attempts:',
		endingsOf(ledger),
		'Heap after garbage collection, without compiled code:',
		chartOf(samples),
		'',
	].join('\n\n');
}

function endingsOf({ endings }: Ledger): string {
	const rows = [...endings].map(([name, counts]) => {
		const sorted = [...counts].sort(([, a], [, b]) => b - a);
		return `| ${name} | ${sorted.map(([category, count]) => `${category} ${count}`).join(', ')} |`;
	});
	return ['| Work | Ended |', '| --- | --- |', ...rows].join('\n');
}

/** The heap over time, one line for each stretch of the run. */
function chartOf(samples: Vitals[]): string {
	const step = Math.max(1, Math.ceil(samples.length / ROWS));
	const most = Math.max(...samples.map(({ heap }) => heap));
	const rows = samples
		.filter((_sample, i) => i % step === 0)
		.map(({ at, heap, resident }) => {
			const bar = '█'.repeat(Math.max(1, Math.round((heap / most) * WIDTH)));
			const minute = `${(at / 60).toFixed(1)} min`.padStart(9);
			return `${minute} ${megabytes(heap).padStart(6)} (resident ${megabytes(resident)}) ${bar}`;
		});
	return ['```', ...rows, '```'].join('\n');
}
