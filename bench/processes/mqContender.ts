import type { ConnectionSettings } from '../../clients/mq';
import type { Target } from '../jobs';

export const QUEUE = 'DEV.QUEUE.1';
/** An order of some twenty lines. */
export const CONTENT = Buffer.alloc(
	4096,
	'<OrderLine OrderedQty="1"><Item ItemID="MUG-BLUE" UnitOfMeasure="EACH"/></OrderLine>',
);

/** Puts so many messages, one after another, and then takes each of them in a unit of work of its own. */
export interface Contender {
	put(count: number): Promise<void>;
	/** @returns how many came whole */
	drain(count: number): Promise<number>;
	close(): Promise<void>;
}

/** Where and as whom the clients connect; IBM's is led to a stand-in of its library, which looks at no address. */
export const settingsTo = ({ url, loginId, password }: Target): ConnectionSettings => ({
	address: url,
	queueManager: '',
	channel: 'DEV.APP.SVRCONN',
	cipherSpec: '',
	user: loginId,
	password,
});
