import { withMessageId } from '../../../../clients/mq/messageId';
import { mqmdToPut } from '../../../../clients/mq/mqmd';

test('each message gets an ID of its own, also beyond what is drawn at once', () => {
	const ids = Array.from({ length: 1000 }, () => withMessageId(mqmdToPut()).MsgId);
	expect(ids.every((id) => id.length === 24)).toBe(true);
	expect(new Set(ids.map((id) => id.toString('hex'))).size).toBe(1000);
});

test('one that has an ID keeps it', () => {
	const md = mqmdToPut({ messageId: '00'.repeat(23) + '01' });
	expect(withMessageId(md)).toBe(md);
});
