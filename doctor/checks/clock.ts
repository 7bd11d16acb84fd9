import type { Check } from '../visit';

const MUCH_MS = 60_000;

/** The difference between the server's clock and this machine's. */
export const clock: Check = {
	id: 'clock',
	title: 'Clock',
	async run({ tape }, notes) {
		const differences = tape
			.all()
			.map(({ response, middle }) => Date.parse(String(response.headers.date)) - middle)
			.filter((difference) => !Number.isNaN(difference))
			.sort((a, b) => a - b);
		if (differences.length === 0) {
			notes.skipped('No response had a Date header.');
			return;
		}
		// The header is cut to whole seconds, so it lags by half of one on average.
		const difference = differences[Math.floor(differences.length / 2)] + 500;
		const seconds = Math.round(Math.abs(difference) / 1000);
		if (seconds === 0) notes.ok('The server and this machine agree within a second.');
		else {
			const text = `The server is ${seconds} s ${difference > 0 ? 'ahead of' : 'behind'} this machine.`;
			if (Math.abs(difference) <= MUCH_MS) notes.ok(text);
			else {
				const advice =
					"Synchronize both clocks by NTP. The trigger uses the server's clock, but each machine checks tokens and certificates with its own.";
				notes.warning(text, advice);
			}
		}
	},
};
