import type { Element } from '../document/element';
import { parseXml } from '../document/xml';
import type { Context } from './context';

/** One documented API, or one service (flow) of the installation. */
export interface Api {
	name: string;
	/** Root element of the input: JSON drops it, XML must carry it. */
	root: string;
	/** `wrapper`: only runs other APIs, whose own kinds decide on permissions. */
	kind: 'read' | 'write' | 'wrapper';
	/** Default output template; an API without one is void and returns HTTP 204 [captured]. */
	template?: Element;
	/** Does the work as a part of the transaction in progress. */
	run(context: Context, input: Element): Element | undefined;
}

/** A service is known by its name only: its input root is whatever the caller sends. */
export interface Service extends Omit<Api, 'root'> {
	group: string;
	/** Starts with a queue: the caller gets a response at once, the agent does the work. */
	asynchronous?: boolean;
}

/** Makes an API's definition, its default template written as XML. */
export function defineApi(definition: Omit<Api, 'template'> & { template?: string }): Api {
	return { ...definition, template: definition.template ? parseXml(definition.template) : undefined };
}

/** Makes a service's definition. */
export function defineService(definition: Omit<Service, 'template'> & { template?: string }): Service {
	return { ...definition, template: definition.template ? parseXml(definition.template) : undefined };
}
