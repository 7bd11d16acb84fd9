import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEMPLATES } from '../lib/paths';
import { type HttpStandIn, startHttp } from './http';

const FILES: Record<string, [file: string, type: string]> = {
	'/': ['demo.html', 'text/html'],
	'/sterling-stock.js': ['sterling-stock.js', 'text/javascript'],
};

/** The header that the webhooks ask for; only the shop's server knows its value. */
export interface Secret {
	name: string;
	value: string;
}

/** The shop's web server: the demo page with the component, and its webhooks, passed on to n8n with their header. */
export async function startStorefront(n8nUrl: string, { name, value }: Secret): Promise<HttpStandIn> {
	return await startHttp(async ({ path, query }) => {
		const found = FILES[path];
		if (found) {
			const body = readFileSync(join(TEMPLATES, 'storefront', found[0]), 'utf8');
			return { headers: { 'content-type': `${found[1]}; charset=utf-8` }, body };
		}
		if (!path.startsWith('/webhook/')) return { status: 404 };
		const response = await fetch(`${n8nUrl}${path}?${query.toString()}`, { headers: { [name]: value } });
		const type = response.headers.get('content-type') ?? 'application/json';
		return { status: response.status, headers: { 'content-type': type }, body: await response.text() };
	});
}
