import { isUnsent } from './dispatch';
import { NETWORK_FAULTS, REJECTED, RETRY, USE_HTTPS, type Effect } from './networkFaults';
import { ServiceError, type ErrorCategory, type Setting } from '../errors';

/**
 * Turns whatever a transport threw into a ServiceError that names only the host. `effect` says whether the request may
 * have arrived.
 */
export function fromNetwork(error: unknown, url: string): ServiceError {
	if (error instanceof ServiceError) return error;
	const host = new URL(url).host;
	const chain = causes(error);
	const proxy = /Proxy response \((\d{3})\)/.exec(chain.map(({ message }) => message ?? '').join(' '));
	if (proxy) return refusedByProxy(proxy[1], host);
	if (chain.some(({ message }) => /before secure TLS connection was established/.test(message ?? ''))) {
		const message = `${host} closed the connection during the TLS handshake.`;
		return fault('connection', message, `${RETRY} ${REJECTED}`, 'none', 'ECONNRESET');
	}
	const mayHaveArrived = !isUnsent(error);
	for (const { code } of chain) {
		const rule = NETWORK_FAULTS.find(([pattern]) => code !== undefined && pattern.test(code));
		if (!rule) continue;
		const [, category, message, hint, effect, remedy] = rule;
		return fault(category, message.replace('{host}', host), hint, mayHaveArrived ? effect : 'none', code, remedy);
	}
	const code = chain.find((link) => link.code)?.code;
	const isPlain = url.startsWith('http:');
	const hint = isPlain ? `${USE_HTTPS} ${RETRY}` : `${RETRY} ${REJECTED}`;
	const field = isPlain ? 'endpoint' : undefined;
	return mayHaveArrived
		? fault(
				'connection',
				`The connection to ${host} was closed before the response was complete.`,
				hint,
				'unknown',
				code,
				field,
			)
		: fault('connection', `The connection to ${host} could not be opened.`, hint, 'none', code, field);
}

interface Link {
	code?: string;
	message?: string;
}

function causes(error: unknown, depth = 0): Link[] {
	if (typeof error !== 'object' || error === null || depth > 5) return [];
	const { code, message, cause, errors } = error as {
		code?: unknown;
		message?: unknown;
		cause?: unknown;
		errors?: unknown;
	};
	const own: Link = { code: typeof code === 'string' ? code : undefined, message: String(message ?? '') };
	const inner = Array.isArray(errors) ? errors : [];
	return [own, ...[cause, ...inner].flatMap((link) => causes(link, depth + 1))];
}

function refusedByProxy(status: string, host: string): ServiceError {
	const hint =
		status === '407'
			? 'The proxy requires a user name and password: set them in the HTTPS_PROXY variable of this machine.'
			: 'Ask whoever runs the proxy, or exempt the host with the NO_PROXY variable.';
	return fault(
		'connection',
		`The proxy refused the connection to ${host} (HTTP ${status}).`,
		hint,
		'none',
		`PROXY_${status}`,
	);
}

function fault(
	category: ErrorCategory,
	message: string,
	hint: string,
	effect: Effect,
	code?: string,
	field?: Setting,
): ServiceError {
	return new ServiceError(category, message, { hint, effect, code, ...(field ? { remedy: { field } } : {}) });
}
