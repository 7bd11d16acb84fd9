import type { Exchange, Reply } from '../../kit/exchange';
import type { Fault } from '../../kit/faults';
import { SterlingException, refuse } from '../exception';
import { errorReply } from './format';

/** The reply of a fault that only Sterling words like this; undefined for all other kinds. */
export function replyOf(fault: Fault, exchange: Exchange, contextRoot: string): Reply | undefined {
	switch (fault.kind) {
		case 'redirect':
			return { status: 302, headers: { location: `/${contextRoot}/console/login.jsp` }, body: '' };
		case 'lock':
			return errorReply(exchange, refuse('YFC0009', { TableName: 'YFS_ORDER_HEADER' }));
		case 'errorUnder200':
			return errorReply(exchange, new SterlingException('EXTN0001', 'Demo failure of a custom service'), 200);
		default:
			return undefined;
	}
}
