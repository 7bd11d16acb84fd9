import type { INodeProperties } from 'n8n-workflow';

import { choice, flag, number, secret, text } from '../../../kit/n8n/fields/basic';
import { community } from './locators';

/** What a partner does, by the attribute that says so. */
export const ROLES = [
	{ name: 'Initiating Consumer', value: 'isInitiatingConsumer', description: 'Connects to fetch files' },
	{ name: 'Initiating Producer', value: 'isInitiatingProducer', description: 'Connects to send files' },
	{ name: 'Listening Consumer', value: 'isListeningConsumer', description: 'Waits for files to be sent to it' },
	{ name: 'Listening Producer', value: 'isListeningProducer', description: 'Waits for files to be fetched from it' },
] as const;

export const roles: INodeProperties = {
	displayName: 'Roles',
	name: 'roles',
	type: 'multiOptions',
	default: [],
	options: ROLES.map((role) => ({ ...role })),
	description: 'What the partner does. The community must allow it.',
};

/** What every partner has to have. */
export const required = (): INodeProperties[] => [
	text('Partner Name', 'partnerName', 'Unique name of the partner', 'NORTHWIND', { required: true }),
	{ ...community(), description: 'The community that the partner belongs to' },
	text('User Name', 'username', 'User ID that the partner logs in with', 'northwind', { required: true }),
	secret('Password', 'password', 'Password that the partner logs in with', { required: true }),
	text('Given Name', 'givenName', 'Given name of the contact', 'Nora', { required: true }),
	text('Surname', 'surname', 'Surname of the contact', 'Winder', { required: true }),
	text('Email Address', 'emailAddress', 'Email address of the contact', 'edi@northwind.example', { required: true }),
	text('Phone', 'phone', 'Phone number of the contact', '5550100', { required: true }),
	{ ...roles, required: true, default: ['isInitiatingConsumer', 'isInitiatingProducer'] },
];

/** Everything else that a partner may have. Configurations of protocols go into Additional Attributes. */
export const optional = (): INodeProperties[] => [
	text('Address Line 1', 'addressLine1', 'First line of the address', '1 Main Street'),
	text('Address Line 2', 'addressLine2', 'Second line of the address', 'Suite 200'),
	flag(
		'Append Suffix to User Name',
		'appendSuffixToUsername',
		'Whether to append the suffix of the community to the user name',
	),
	flag('ASCII Armor', 'asciiArmor', 'Whether PGP messages are written as text'),
	text('Authentication Host', 'authenticationHost', 'Name of the host that verifies external logins', 'ldap-1'),
	choice('Authentication Type', 'authenticationType', 'Where the password of the partner is verified', [
		{ name: 'Local', value: 'Local' },
		{ name: 'External', value: 'External' },
	]),
	text(
		'Authorized User Key Name',
		'authorizedUserKeyName',
		'Name of the SSH key that the partner may log in with',
		'northwind-key',
	),
	text('City', 'city', 'City of the address', 'Springfield'),
	text('Code', 'code', 'Code of your choice, such as the supplier number in the ERP', 'S0042'),
	text('Country or Region', 'countryOrRegion', 'Two-letter country code', 'US'),
	text('Custom Protocol Extensions', 'customProtocolExtensions', 'Settings of the custom protocol', 'retry=3'),
	text('Custom Protocol Name', 'customProtocolName', 'Name of the custom protocol', 'OFTP2'),
	flag('Does Require Compressed Data', 'doesRequireCompressedData', 'Whether files for the partner are compressed'),
	flag('Does Require Encrypted Data', 'doesRequireEncryptedData', 'Whether files for the partner are encrypted'),
	flag('Does Require Signed Data', 'doesRequireSignedData', 'Whether files for the partner are signed'),
	flag('Does Use SSH', 'doesUseSSH', 'Whether the partner connects by SSH/SFTP'),
	flag('Key Enabled', 'keyEnabled', 'Whether the public key of the partner is used'),
	text('Mailbox', 'mailbox', 'Path of the mailbox of the partner', '/NORTHWIND'),
	number('Polling Interval (Minutes)', 'pollingInterval', 'How often files are fetched from a listening producer', {
		typeOptions: { minValue: 1 },
		default: 15,
	}),
	text('Postal Code', 'postalCode', 'Postal code of the address', '12345'),
	text('Public Key ID', 'publicKeyID', 'ID of the public PGP key', 'northwind-pgp'),
	text('Remote File Pattern', 'remoteFilePattern', 'Names of the files that are fetched', '*.edi'),
	number('Session Timeout (Minutes)', 'sessionTimeout', 'Time after which an idle session ends', {
		typeOptions: { minValue: 1 },
		default: 30,
	}),
	text('State or Province', 'stateOrProvince', 'State or province of the address', 'IL'),
	text('Target File Encoding', 'targetFileEncoding', 'Character set of files for the partner', 'UTF-8'),
	flag('Text Mode', 'textMode', 'Whether files are sent as text'),
	text('Time Zone', 'timeZone', 'Code of the time zone in File Gateway', '-031'),
	flag(
		'Use Global Mailbox',
		'useGlobalMailbox',
		'Whether the partner uses Global Mailbox, whose messages the mailbox services do not show',
	),
];
