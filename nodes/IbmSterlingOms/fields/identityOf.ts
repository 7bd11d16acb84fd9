import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

import type { Entity } from '../../../clients/oms/entities';
import type { Document } from '../../../kit/xml/document';
import type { Defaults } from '../connect';
import type { Located } from '../../../kit/n8n/parameters';
import { showWhen, steering, type Field } from '../../../kit/n8n/fields/field';
import { by, locator } from './locators';

/** How a resource names one of its documents. */
export interface Identity {
	/** Parameter that holds the locator. */
	parameter: string;
	entity: Entity;
	fields: Field[];
	/** The identifying attributes for what the user picked or typed. */
	attributes: (located: Located, parameter: (name: string) => string, defaults: Defaults) => Document;
}

/** A further attribute of a natural key, asked for while the document is named that way. */
export interface Scope {
	property: INodeProperties;
	attribute: string;
	/** What counts while the parameter is empty. */
	fallback?: (defaults: Defaults) => string | undefined;
}

interface Naming {
	displayName: string;
	parameter: string;
	search: string;
	/** Its primary key is what the list stores; the first attribute of its natural key is what is typed. */
	entity: Entity;
	description: string;
	/** The natural key: its mode in the locator, and what completes it. */
	natural: { mode: INodePropertyMode; scope: Scope[] };
}

/** The picker of a document, and the attributes that complete its number or ID. */
export function identityOf({ displayName, parameter, search, entity, description, natural }: Naming): Identity {
	const { mode, scope } = natural;
	const { key } = entity;
	const [attribute] = entity.natural;
	return {
		parameter,
		entity,
		fields: [
			steering(
				locator(displayName, parameter, {
					search,
					by: [mode, by('key', 'Key', 'e.g. 20260115100001123456')],
					required: true,
					description,
				}),
			),
			...showWhen({ [`/${parameter}.mode`]: [mode.name] }, ...scope.map((part) => steering(part.property))),
		],
		attributes(located, read, defaults) {
			if (located.mode !== mode.name) return { [key]: located.value };
			const named: Document = { [attribute]: located.value };
			for (const part of scope) {
				const value = read(part.property.name) || part.fallback?.(defaults);
				if (value) named[part.attribute] = value;
			}
			return named;
		},
	};
}
