/** What the transport has to say on the stand-in, the beginning of each line. */
export const CLIENT = [
	'refused 2058',
	'channel APP.SVRCONN         |mq.example(1414)',
	'user app',
	'keys keys.p12',
	'browsed 23',
	'browsed 200000',
	'got <Order OrderNo="Ü-1"/> {"mcd.Msd":"jms_text","a":1} 3 2026-01-15T09:30:00.000Z',
	'again 1',
	'moved true',
	'large 200000',
	'empty ',
	'inquired 0 3 DEV.BACKOUT In memory',
	'refused 2030',
	'refused 2085',
	'closed',
];

const ORDER = { Order: { OrderNo: 'Ü-1' } };
const POISON = 'A message of DEV.QUEUE.1 was put back 3 times, which is the backout threshold (3).';
const DAMAGED = 'The header MQRFH2 of the message cannot be read: "<usr>" is not closed.';

/** What the nodes have to say. */
export const NODES: Record<string, unknown> = {
	credential: { status: 'OK', message: 'Connection successful.' },
	wrong:
		'There is no queue manager of that name at this address. (2058 MQRC_Q_MGR_NAME_ERROR) Names are case-sensitive. See Queue Manager in the credential.',
	browsed: [ORDER, 'two', 'three'],
	counted: [{ queue: 'DEV.QUEUE.1', count: 3 }],
	queue: [3, 3],
	got: [ORDER, { 'mcd.Msd': 'jms_text', colour: 'red' }, 3, 0],
	moved: [['three'], ['two']],
	many: ['three'],
	refused: 'This queue manager has no queue NO.SUCH. (2085 MQRC_UNKNOWN_OBJECT_NAME)',
	'too big': 'The message is longer than DEV.SMALL allows (MAXMSGL). (2030 MQRC_MSG_TOO_BIG_FOR_Q)',
	ran: ['one', 'twice', 'twice', 'twice', 'poison', 'poison', 'poison', 'last'],
	reports: [POISON, `A message of DEV.QUEUE.1 cannot be read: ${DAMAGED}`],
	errors: [],
	left: [[], ['poison', DAMAGED]],
	hidden: [],
	back: ['in flight'],
	parallel: [[0, 1, 2, 3, 4, 5].map((at) => `parallel ${at}`), true, []],
	end: true,
};

/** What nodes have said, out of the lines that their process printed; the rest is n8n's own log. */
export const nodesIn = (lines: readonly string[]): Record<string, unknown> =>
	Object.fromEntries(
		lines.filter((line) => line.startsWith('["')).map((line) => JSON.parse(line) as [string, unknown]),
	);
