import { withoutEnd } from '../../../kit/textEnd';
import type { Mqmd } from '../wireMessage';
import type { MqStructure } from './binding';

/**
 * The fields of a descriptor of the binding, without the padding of texts. Its bytes are not copied: nobody may give
 * the same descriptor to another call.
 */
export function mqmdOf(md: MqStructure): Mqmd {
	const text = (name: string) => withoutEnd(String(md[name] ?? ''), '\0 ');
	const bytes = (name: string) => md[name] as Buffer;
	const number = (name: string) => Number(md[name]);
	return {
		Report: number('Report'),
		MsgType: number('MsgType'),
		Expiry: number('Expiry'),
		Feedback: number('Feedback'),
		Encoding: number('Encoding'),
		CodedCharSetId: number('CodedCharSetId'),
		Format: text('Format'),
		Priority: number('Priority'),
		Persistence: number('Persistence'),
		MsgId: bytes('MsgId'),
		CorrelId: bytes('CorrelId'),
		BackoutCount: number('BackoutCount'),
		ReplyToQ: text('ReplyToQ'),
		ReplyToQMgr: text('ReplyToQMgr'),
		UserIdentifier: text('UserIdentifier'),
		PutApplName: text('PutApplName'),
		PutDate: text('PutDate'),
		PutTime: text('PutTime'),
		GroupId: bytes('GroupId'),
		MsgSeqNumber: number('MsgSeqNumber'),
		Offset: number('Offset'),
		MsgFlags: number('MsgFlags'),
		OriginalLength: number('OriginalLength'),
	};
}
