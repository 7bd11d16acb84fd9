/** Output levels that every resource names alike; what "details" are differs. */
interface Level {
	name: string;
	value: string;
	description: string;
}

export const levels = (details: string): Level[] => [
	{ name: 'Summary', value: 'summary', description: 'The most commonly needed header attributes' },
	{ name: 'With Details', value: 'details', description: details },
	{ name: 'Everything', value: 'everything', description: 'All attributes, as Sterling returns them' },
];
