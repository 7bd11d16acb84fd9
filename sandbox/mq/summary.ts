import type { MqSandbox } from './sandbox';
import { EVENT_QUEUES, INBOUND_QUEUES } from './seed';

/** What a person needs to know of a running queue manager; `certificates` is where its authority was written. */
export function summaryOf(sandbox: MqSandbox, certificates: string | undefined): string[] {
	const cipher = sandbox.isTls ? 'ANY_TLS12_OR_HIGHER' : '(empty)';
	return [
		'',
		`IBM MQ at 127.0.0.1:${sandbox.port}`,
		`Queue manager       ${sandbox.manager.name}`,
		`Channel             ${sandbox.channel}`,
		`Cipher spec         ${cipher}`,
		`MQ REST at          ${sandbox.url}`,
		`Control endpoint    ${sandbox.controlUrl}`,
		...(certificates ? [`Certificates        ${certificates}`] : []),
		'Logins',
		...sandbox.users.map(({ userId, password, name }) => `  ${userId} / ${password}  (${name})`),
		`Events are on       ${EVENT_QUEUES.map(({ queue }) => queue).join(', ')}`,
		`Documents go to     ${INBOUND_QUEUES.join(', ')}`,
	];
}
