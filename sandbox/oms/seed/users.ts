import type { SandboxUser } from '../options';

/** Logins of the sandbox. The passwords are for a machine of one's own and are meant to be seen. */
export const users: SandboxUser[] = [
	{
		loginId: 'integration',
		password: 'Integration-1',
		name: 'Integration User',
		userGroup: 'INTEGRATION',
		organization: 'AURORA',
		denied: [],
		mayOverride: true,
	},
	{
		loginId: 'admin',
		password: 'Admin-1',
		name: 'Administrator',
		userGroup: 'SYSTEM',
		organization: 'DEFAULT',
		denied: [],
		mayOverride: true,
	},
	{
		loginId: 'reader',
		password: 'Reader-1',
		name: 'Read-only User',
		userGroup: 'READERS',
		organization: 'AURORA',
		denied: ['write', 'getUserList'],
		mayOverride: false,
	},
	{
		loginId: 'clerk',
		password: 'Clerk-1',
		name: 'Clerk without overrides',
		userGroup: 'CLERKS',
		organization: 'BOREALIS',
		denied: ['deleteOrder'],
		mayOverride: false,
	},
	{
		loginId: 'outsider',
		password: 'Outsider-1',
		name: 'User without permissions',
		userGroup: 'NOBODY',
		organization: 'AURORA',
		denied: ['read', 'write'],
		mayOverride: false,
	},
];
