import { Clock } from '../kit/clock';
import { htmlReply, type Exchange, type Reply } from '../kit/exchange';
import type { Fault } from '../kit/faults';
import { host, type Hosted } from '../kit/host';
import type { Application } from '../kit/listener';
import { Company, type OrderLine } from './company';
import type { Row } from './database';
import { ENET_PATH, EnetService } from './enet/service';
import { EnetSessions } from './enet/sessions';
import { ODATA_PATH, ODataService } from './odata/service';
import {
	company as companyOf,
	defaultSysproBehaviour,
	operators,
	type SysproBehaviour,
	type SysproOperator,
	type SysproOptions,
} from './options';
import { credit, dispatch, invoice, placeSalesOrder } from './sales';
import { seed } from './seed';

/** A running emulation of one SYSPRO company: e.net and OData. */
export interface SysproSandbox extends Hosted {
	enetUrl: string;
	/** Everything before the company. */
	odataUrl: string;
	companyId: string;
	companyPassword: string;
	operators: readonly SysproOperator[];
	behaviour: SysproBehaviour;
	clock: Clock;
	/** What people do in SYSPRO's own screens, and the database. */
	company: Company;
	sessions: EnetSessions;
}

function applicationOf(
	enet: EnetService,
	odata: ODataService,
	sessions: EnetSessions,
	behaviour: SysproBehaviour,
): Application {
	return {
		target: (exchange) => {
			if (EnetService.owns(exchange.path)) return enet.nameOf(exchange);
			return ODataService.owns(exchange.path) ? odata.nameOf(exchange) : undefined;
		},
		login: ({ query, headers }) => query.get('Operator') ?? odata.login({ headers }),
		handle: (exchange: Exchange): Reply => {
			if (behaviour.enet && EnetService.owns(exchange.path)) return enet.handle(exchange);
			if (ODataService.owns(exchange.path)) return odata.handle(exchange);
			return htmlReply(404, '404 - File or directory not found.');
		},
		replyOf: ({ kind }: Fault, { path }): Reply | undefined => {
			if (kind === 'redirect') return { status: 302, headers: { location: '/login' }, body: '' };
			if (kind !== 'errorUnder200') return undefined;
			return EnetService.owns(path)
				? enet.reply('ERROR: Demo failure')
				: { status: 200, headers: {}, body: '{"error":"demo"}' };
		},
		expireTokens: () => sessions.expire(),
	};
}

/** The control endpoint of the business: each area does one thing and says what came of it. */
function areasOf(company: Company, sessions: EnetSessions): Record<string, (body: object) => unknown> {
	const texts = (body: object) => body as Record<string, string>;
	return {
		'GET sessions': () => ({ seats: sessions.seats, peak: sessions.peak, evicted: sessions.evicted }),
		'POST expire-sessions': () => {
			sessions.expire();
			return {};
		},
		'POST purchase-order': (body) => {
			const {
				supplier = '0000100',
				lines = [{ stockCode: 'A100', quantity: '5' }],
				print,
				more,
			} = body as {
				supplier?: string;
				lines?: OrderLine[];
				print?: boolean;
				more?: Row;
			};
			const purchaseOrder = company.placePurchaseOrder(supplier, lines, more);
			if (print) company.printPurchaseOrder(purchaseOrder);
			return { purchaseOrder };
		},
		'POST print': (body) => {
			company.printPurchaseOrder(texts(body).purchaseOrder);
			return {};
		},
		'POST change-line': (body) => {
			const { purchaseOrder, line, values } = body as { purchaseOrder: string; line: string; values: Row };
			company.changePurchaseLine(purchaseOrder, line, values);
			return {};
		},
		'POST receive': (body) => {
			const { purchaseOrder, line, quantity } = texts(body);
			return { grn: company.receive(purchaseOrder, line, Number(quantity)) };
		},
		'POST sales-order': (body) => {
			const {
				customer = '0001000',
				lines = [{ stockCode: 'A100', quantity: '5' }],
				more,
			} = body as { customer?: string; lines?: OrderLine[]; more?: Row };
			return { salesOrder: placeSalesOrder(company, customer, lines, more) };
		},
		'POST dispatch': (body) => ({ dispatchNote: dispatch(company, texts(body).salesOrder) }),
		'POST invoice': (body) => ({ invoice: invoice(company, texts(body).salesOrder) }),
		'POST credit': (body) => ({ invoice: credit(company, texts(body).salesOrder, texts(body).invoice) }),
		'POST supplier': (body) => {
			const { supplier, ...values } = texts(body);
			return Object.assign(company.database.find('ApSupplier', { Supplier: supplier }) ?? {}, values);
		},
	};
}

/** Starts an emulated SYSPRO company on the loopback address, with data and (unless specified otherwise) HTTPS. */
export async function startSyspro(options: SysproOptions = {}): Promise<SysproSandbox> {
	const clock = new Clock(options.machineClock);
	const behaviour = structuredClone({ ...defaultSysproBehaviour, ...options.behaviour });
	const company = new Company(clock);
	seed(company, options.empty !== true);
	const sessions = new EnetSessions(clock, behaviour);
	const application = applicationOf(
		new EnetService(company, behaviour, sessions),
		new ODataService(company, behaviour),
		sessions,
		behaviour,
	);
	const hosted = await host({ application, clock, behaviour, areas: areasOf(company, sessions) }, options);
	return Object.assign(hosted, {
		enetUrl: hosted.url + ENET_PATH,
		odataUrl: hosted.url + ODATA_PATH,
		companyId: companyOf.id,
		companyPassword: companyOf.password,
		operators,
		behaviour,
		clock,
		company,
		sessions,
	});
}

/** What a user needs to know of a running company, as text. */
export function describeSyspro(sandbox: SysproSandbox): string {
	return [
		`SYSPRO sandbox at ${sandbox.url}`,
		`e.net URL           ${sandbox.enetUrl}`,
		`OData URL           ${sandbox.odataUrl}`,
		`Control endpoint    ${sandbox.controlUrl}`,
		`Company, password   ${sandbox.companyId} / ${sandbox.companyPassword}`,
		'Operators',
		...sandbox.operators.map(({ operator, password, name }) => `  ${operator} / ${password}  (${name})`),
		...(sandbox.url.startsWith('https:') ? ['CA certificate', sandbox.ca.trim()] : []),
		'Suppliers 0000100 and 0000200 have printed purchase orders. Press Ctrl-C to stop.',
	].join('\n');
}
