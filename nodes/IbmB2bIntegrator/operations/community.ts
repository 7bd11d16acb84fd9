import { steering } from '../../../kit/n8n/fields/field';
import { attributes, changes } from '../fields/attributes';
import { flag, names, text } from '../../../kit/n8n/fields/basic';
import { community as communityLocator } from '../fields/locators';
import { create, getMany, getOne, remove, update } from './record';
import type { Resource } from '../operation';

const plan = {
	kind: 'community',
	api: 'communities',
	one: 'a community',
	many: 'communities',
	locator: communityLocator(),
} as const;

const initiate = flag(
	'Partners Initiate Connections',
	'partnersInitiateConnections',
	'Whether partners open connections to this server',
	{ default: true },
);
const common = [
	flag('Connect:Direct Listening', 'cdListening', 'Whether partners listen for Connect:Direct'),
	names('Custom Protocols', 'customProtocols', 'custom protocols of the community', 'OFTP2, AS4'),
	flag('FTP Listening', 'ftpListening', 'Whether partners listen for FTP'),
	flag('Partner Notifications', 'partnerNotificationsEnabled', 'Whether partners can subscribe to notifications'),
	flag('Partners Listen for Connections', 'partnersListenForConnections', 'Whether partners wait for connections'),
	flag('SSH Listening', 'sshListening', 'Whether partners listen for SSH/SFTP'),
	flag('Web Service Listening', 'wsListening', 'Whether partners listen for web services'),
];

export const community: Resource = {
	value: 'community',
	name: 'Community',
	operations: [
		create(
			plan,
			['name', 'partnersInitiateConnections'],
			steering(text('Name', 'name', 'Name of the new community', 'Suppliers', { required: true })),
			steering(initiate),
			attributes(...common),
		),
		remove(plan),
		getOne(plan),
		getMany(
			plan,
			steering(text('Name', 'nameFilter', 'Start of the names to return, or a pattern with * as a wildcard', 'Sup*')),
		),
		update(plan, changes(initiate, ...common)),
	],
};
