import type { B2biSandbox } from './sandbox';

/** What a person needs to know of a running sandbox; `certificates` is where its authority was written. */
export function summaryOf(sandbox: B2biSandbox, certificates: string | undefined, usesOAuth: boolean): string[] {
	const { id, secret, scope } = sandbox.oauthClient;
	const logins = usesOAuth
		? [`OAuth2 client       ${id} / ${secret}, scope ${scope}, token URL ${sandbox.tokenUrl}`]
		: ['Logins', ...sandbox.users.map(({ userId, password, name }) => `  ${userId} / ${password}  (${name})`)];
	return [
		'',
		`B2B Integrator at ${sandbox.url}  (REST APIs at ${sandbox.url}/B2BAPIs/svc)`,
		`Control endpoint    ${sandbox.controlUrl}`,
		`Adapter URIs        ${sandbox.adapterUrl}drop, drop-secure, drop-async, echo, long, deenvelope`,
		...(certificates ? [`Certificates        ${certificates}`] : []),
		...logins,
		'Send an 850 to /ACME: NORTHWIND acknowledges and responds into /ACME/Inbox.',
	];
}
