import { ServiceError } from '../../kit/errors';

export interface Address {
	host: string;
	port: number;
}

/** The port of a queue manager's listener that nothing else was said of. */
const DEFAULT_PORT = 1414;
const MAX_ADDRESSES = 20;
const EXAMPLE = 'Enter it like mq.example.com:1414 or mq.example.com(1414), several separated by commas.';
const WITH_PORT = /^(?<host>\[[\da-f:.]+\]|[^\s:()[\]/,]+)\s*(?::\s*(?<colon>\d{1,5})|\(\s*(?<round>\d{1,5})\s*\))?$/i;

/**
 * The addresses of a connection name (CONNAME) in the order in which they are tried: `host(port)` as MQ writes it,
 * `host:port`, `[::1]:1414`, or a host alone with port 1414; several after commas.
 * @throws ServiceError `configuration`
 */
export function addressesOf(text: string): Address[] {
	const parts = text.split(',').map((part) => part.trim());
	if (parts.every((part) => part === '')) throw wrong('No host and port are set.');
	if (parts.length > MAX_ADDRESSES) throw wrong(`There are more than ${MAX_ADDRESSES} addresses.`);
	return parts.filter((part) => part !== '').map(addressOf);
}

function addressOf(part: string): Address {
	const { host, colon, round } = WITH_PORT.exec(part)?.groups ?? {};
	if (!host) throw wrong(`"${part}" is not a host and port.`);
	const port = Number(colon ?? round ?? DEFAULT_PORT);
	if (port < 1 || port > 65_535) throw wrong(`${port} is not a port: it must be between 1 and 65535.`);
	return { host: host.replace(/^\[|\]$/g, ''), port };
}

/** An address as MQ writes it: `host(port)`. */
export const connectionName = ({ host, port }: Address): string => `${host}(${port})`;

function wrong(message: string): ServiceError {
	return new ServiceError('configuration', message, { hint: EXAMPLE, remedy: { field: 'endpoint' }, effect: 'none' });
}
