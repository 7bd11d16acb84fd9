import { BlockList, isIP, isIPv6 } from 'node:net';

import { ServiceError } from '../errors';
import { isProtected } from './egress';

const HOSTNAMES = 'N8N_SSRF_ALLOWED_HOSTNAMES';
const RANGES = 'N8N_SSRF_ALLOWED_IP_RANGES';

/**
 * Refuses a connection that is not HTTP where the operator has switched n8n's SSRF protection on: n8n's helper, which
 * enforces the policy, carries HTTP only. What the operator has allowed by name or address may be reached all the same;
 * the two lists are read as n8n reads them (@n8n/backend-network, hostname-matcher and ip-range-builder).
 * @param host without its port
 * @throws ServiceError `configuration` that names the host and the variable
 */
export function assertRawAllowed(host: string, environment: NodeJS.ProcessEnv = process.env): void {
	if (!isProtected(environment) || isAllowed(bare(host), environment)) return;
	const variable = isIP(bare(host)) ? RANGES : HOSTNAMES;
	throw new ServiceError(
		'configuration',
		`n8n's SSRF protection is on, and it cannot check a connection to ${host} that is not HTTP.`,
		{
			hint: `Ask whoever runs n8n to add ${host} to ${variable}.`,
			effect: 'none',
		},
	);
}

/** Address of an IPv6 host without its brackets; names without the dot at the end. */
function bare(host: string): string {
	return host
		.trim()
		.toLowerCase()
		.replace(/^\[(.*)\]$/, '$1')
		.replace(/\.$/, '');
}

function isAllowed(host: string, environment: NodeJS.ProcessEnv): boolean {
	if (isIP(host)) return isInRange(host, entriesOf(environment[RANGES]));
	return entriesOf(environment[HOSTNAMES]).some((pattern) => {
		const wanted = bare(pattern);
		if (!wanted.startsWith('*.')) return host === wanted;
		return host.endsWith(wanted.slice(1)) && host.length > wanted.length - 1;
	});
}

function isInRange(address: string, ranges: readonly string[]): boolean {
	const list = new BlockList();
	for (const range of ranges) {
		const [network, prefix] = range.split('/');
		if (!isIP(network) || !/^\d{1,3}$/.test(prefix ?? '')) continue;
		try {
			list.addSubnet(network, Number(prefix), familyOf(network));
		} catch {
			// A range that n8n cannot read allows nothing there either.
		}
	}
	return list.check(address, familyOf(address));
}

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

const entriesOf = (list: string | undefined): string[] =>
	(list ?? '')
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
