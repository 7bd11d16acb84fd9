import { ServiceError } from '../../../kit/errors';
import { segment } from '../../../kit/http/segment';
import { withoutEnd } from '../../../kit/textEnd';

/** What the address looks like, for errors about it. */
export const EXAMPLE = 'Enter it like https://mq.example.com:9443.';

/** The address below which the messages of a queue are. @throws ServiceError `configuration` */
export function queueUrl(address: string, queueManager: string, queue: string): string {
	return `${rootOf(address)}/ibmmq/rest/v3/messaging/qmgr/${encoded(queueManager)}/queue/${encoded(queue)}`;
}

/** Names have letters, digits and `. _ / %`; a point must not be taken for a step in a path, nor may it be one. */
function encoded(name: string): string {
	return segment(name).replace(/\./g, '%2E');
}

/**
 * Scheme, host, port and the path of a gateway of an mqweb server; what is pasted beyond `/ibmmq` is left out.
 * @throws ServiceError `configuration`
 */
export function rootOf(address: string): string {
	const typed = address.trim();
	let url: URL;
	try {
		url = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
	} catch {
		throw wrong(typed === '' ? 'No address of the MQ REST server is set.' : 'The address is not a valid URL.');
	}
	if (!/^https?:$/.test(url.protocol)) throw wrong('Only https:// and http:// are possible.');
	if (url.username || url.password) throw wrong('The address must not contain a user name or password.');
	return url.origin + withoutEnd(url.pathname.replace(/\/ibmmq(?:\/.*)?$/, ''), '/');
}

function wrong(message: string): ServiceError {
	return new ServiceError('configuration', message, { hint: EXAMPLE, remedy: { field: 'endpoint' }, effect: 'none' });
}
