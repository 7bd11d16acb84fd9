import { Element } from '../document/element';
import type { Behaviour, SandboxUser } from '../options';
import type { Database } from '../store/database';
import type { Api, Service } from './api';
import { Context, type CallOptions } from './context';
import { javaFailure, refuse } from '../exception';
import { PageSets } from './pageSets';

type Definition = Omit<Api, 'root'> & { root?: string; asynchronous?: boolean };

/** Finds APIs and services by name, checks permissions and input root, and runs them in transactions. */
export class Dispatcher {
	private readonly pageSets = new PageSets();

	constructor(
		private readonly database: Database,
		private readonly apis: ReadonlyMap<string, Api>,
		private readonly services: ReadonlyMap<string, Service>,
		private readonly behaviour: Behaviour,
	) {}

	/** The root element of an API's input, which a JSON body leaves out. */
	rootOf(api: string): string | undefined {
		return this.apis.get(api)?.root;
	}

	/** Whether a service is known and starts with a queue. */
	isAsynchronous(service: string): boolean {
		return this.services.get(service)?.asynchronous === true;
	}

	/**
	 * Runs an API or service as one transaction: everything it wrote is undone on an exception.
	 * @returns the output document, or undefined when there is none (HTTP 204)
	 */
	invoke(user: SandboxUser, name: string, input: Element, options: CallOptions = {}): Element | undefined {
		const definition = this.find(name, options.isService === true);
		const work = (): Element | undefined => this.database.transaction(() => this.run(user, definition, input, options));
		return definition.kind === 'read' ? this.database.read(work) : work();
	}

	private find(name: string, isService: boolean): Definition {
		const definition: Definition | undefined = isService ? this.services.get(name) : this.apis.get(name);
		if (definition && this.behaviour.closedApis[name] !== 'unknown') return definition;
		throw isService
			? javaFailure('javax.naming.NameNotFoundException')
			: javaFailure('java.lang.NoSuchMethodException', { APIName: name });
	}

	private run(user: SandboxUser, definition: Definition, input: Element, options: CallOptions): Element | undefined {
		const closed = this.behaviour.closedApis[definition.name] === 'denied';
		if (closed || user.denied.includes(definition.name) || user.denied.includes(definition.kind)) {
			throw refuse('YCP0428', { APIName: definition.name, UserId: user.loginId });
		}
		if (definition.root !== undefined && definition.root !== input.name) {
			throw javaFailure('Invalid document element', { ElementName: input.name, Expected: definition.root });
		}
		const asked = options.template && !options.template.isBare ? options.template : undefined;
		const context = new Context(
			this.database,
			user,
			this.behaviour,
			definition.name,
			asked ?? definition.template ?? new Element(''),
			options.window,
			(name, nestedInput, nested = {}) => this.nested(user, name, nestedInput, nested),
			this.pageSets,
		);
		return definition.run(context, input);
	}

	private nested(user: SandboxUser, name: string, input: Element, options: CallOptions): Element | undefined {
		const definition = this.find(name, options.isService === true);
		if (definition.asynchronous) {
			throw javaFailure(`Cannot invoke Asynchronous () Service (${name}) Synchronously`, {
				FlowName: name,
				ElementCount: '1',
			});
		}
		return this.run(user, definition, input, options);
	}
}
