import type { SetTable } from '../types';

export const implementationAcknowledgment: SetTable = {
	id: '999',
	functionalId: 'FA',
	name: 'Implementation Acknowledgment',
	segments: `
	ST! AK1! (AK2! (IK3! CTX*10 (IK4! CTX*10)*)* IK5!)* AK9! SE!
`,
};
