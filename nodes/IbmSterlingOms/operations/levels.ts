/** Output levels that every resource names alike; what "details" are differs. */
export const levels = (details: string) => [
	{ name: 'Summary', value: 'summary', description: 'The header attributes that people use' },
	{ name: 'With Details', value: 'details', description: details },
	{ name: 'Everything', value: 'everything', description: 'All of it, as Sterling returns it' },
];
