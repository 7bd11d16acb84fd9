import { OutboundHttp, SsrfProtectionService } from '@n8n/backend-network';
import type { SsrfProtectionConfig } from '@n8n/config';
import { Container } from '@n8n/di';
import type { IHttpRequestOptions } from 'n8n-workflow';

/** The parts of n8n's own objects that stand for its settings. */
interface Parts {
	ssrfConfig: SsrfProtectionConfig;
	ssrfProtection: SsrfProtectionService;
	logger: { scoped(name: string): unknown };
	dnsResolver: unknown;
}

/**
 * Switches n8n's SSRF protection on, as its variables do at n8n's start: n8n reads them once in the life of a process, and
 * here that is over. @returns what ends it
 */
export function withSsrfProtection(allowedHostname: string): () => void {
	const http = Container.get(OutboundHttp) as unknown as Parts;
	const before = { ssrfConfig: http.ssrfConfig, ssrfProtection: http.ssrfProtection };
	const variables = { N8N_SSRF_PROTECTION_ENABLED: 'true', N8N_SSRF_ALLOWED_HOSTNAMES: allowedHostname };
	Object.assign(process.env, variables);
	const config = Object.assign(Object.create(http.ssrfConfig) as SsrfProtectionConfig, {
		enabled: true,
		allowedHostnames: [allowedHostname],
	});
	const { dnsResolver } = before.ssrfProtection as unknown as Parts;
	const protection = new SsrfProtectionService(config, dnsResolver as never, http.logger as never);
	Object.assign(http, { ssrfConfig: config, ssrfProtection: protection });
	return () => {
		Object.assign(http, before);
		for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name);
	};
}

/** A request by the helper that n8n's contexts have. */
export async function requestAsN8n(options: IHttpRequestOptions): Promise<unknown> {
	return await Container.get(OutboundHttp).requests().request(options);
}
