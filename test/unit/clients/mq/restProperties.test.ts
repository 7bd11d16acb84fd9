import { messageIn } from '../../../../clients/mq/rest/headers';

const ID = `ID:${'41'.repeat(24)}`;
const messageWith = (usr: string) =>
	messageIn({ status: 200, headers: { 'ibm-mq-md-messageid': ID, 'ibm-mq-usr': usr }, body: '<a/>' } as never);

test.each<[string, object]>([
	['', {}],
	['  ', {}],
	['a;1;integer', { a: 1 }],
	['a;1;byte,b;2;short , c; 3 ;integer', { a: 1, b: 2, c: 3 }],
	['a;9007199254740993;long', { a: '9007199254740993' }],
	['a;1.5;float, b;-2e3;double', { a: 1.5, b: -2000 }],
	['a;NaN;double, b;Infinity;float, c;-Infinity;double', { a: 'NaN', b: 'Infinity', c: '-Infinity' }],
	['a;TRUE;boolean, b;false;boolean', { a: true, b: false }],
	['a;"x, y; \\"z\\" \\\\";string, b;"";string', { a: 'x, y; "z" \\', b: '' }],
	['a;plain text;string', { a: 'plain text' }],
])('the header %j is all of the properties', (usr, expected) => {
	const message = messageWith(usr);
	expect(message.properties).toEqual(expected);
	expect(message).not.toHaveProperty('problem');
	expect(JSON.parse(JSON.stringify(message.properties))).toEqual(message.properties);
});

test.each(['a', 'a;1', 'a;1;integer;', 'a;1;integer, b', 'a;1;integer b;2;integer', ';1;integer', 'a=1'])(
	'a message whose header is %j says that its properties are unknown, and cannot be put without them',
	(usr) => {
		const { problem, isPartial, body } = messageWith(usr);
		expect(problem).toMatchObject({ category: 'badAnswer', attributes: { messageId: '41'.repeat(24) } });
		expect(problem?.message).toBe('The properties of the message cannot be read (header ibm-mq-usr).');
		expect([isPartial, body.toString()]).toEqual([true, '<a/>']);
	},
);
