/** The ways to read that the editor offers. */
export const WAYS = [
	{ name: 'Business Objects', value: 'businessObject', description: 'E.net, one query for each record' },
	{ name: 'OData', value: 'odata', description: 'The read-only service of SYSPRO 8' },
	{ name: 'Tables by e.net', value: 'comfnd', description: 'The generic table read of e.net (COMFND)' },
];
