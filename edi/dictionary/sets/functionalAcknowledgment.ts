import type { SetTable } from '../types';

export const functionalAcknowledgment: SetTable = {
	id: '997',
	functionalId: 'FA',
	name: 'Functional Acknowledgment',
	segments: `
	ST! AK1! (AK2! (AK3! AK4*99)* AK5!)* AK9! SE!
`,
};
