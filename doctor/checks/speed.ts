import { type Check } from '../visit';

const READS = 5;

/** Response times of the smallest read, over connections that stand already. */
export const speed: Check = {
	id: 'speed',
	title: 'Response time',
	needs: 'orders',
	async run(visit, notes) {
		const call = visit.oneOrder();
		const before = visit.tape.all('getOrderList').length;
		for (let i = 0; i < READS; i++) {
			const outcome = await visit.ask(call);
			if ('refusal' in outcome) return;
		}
		const times = visit.tape
			.all('getOrderList')
			.slice(before)
			.map(({ ms }) => ms)
			.sort((a, b) => a - b);
		notes.ok(`${READS} small reads: fastest ${times[0]} ms, median ${times[Math.floor(times.length / 2)]} ms.`);
	},
};
