import { alphabetical } from '../../../kit/n8n/alphabetical';
import { userAccount, virtualRoot } from './account';
import { api } from './api';
import { community } from './community';
import { mailbox } from './mailbox';
import { message } from './message';
import { partnerGroup } from './partnerGroup';
import { process } from './process';
import { routingChannel } from './routingChannel';
import { routingRule } from './routingRule';
import { tradingPartner } from './tradingPartner';
import type { Resource } from '../operation';

/** The only registry: a resource or operation that is here is in the editor, the run and the documentation. */
export const RESOURCES: readonly Resource[] = alphabetical(
	[
		api,
		community,
		mailbox,
		message,
		partnerGroup,
		process,
		routingChannel,
		routingRule,
		tradingPartner,
		userAccount,
		virtualRoot,
	],
	({ name }) => name,
);
