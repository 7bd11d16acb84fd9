import type { SetTable } from '../types';

export const warehouseShippingAdvice: SetTable = {
	id: '945',
	functionalId: 'SW',
	name: 'Warehouse Shipping Advice',
	segments: `
	ST! W06! (N1! N2 N3*2 N4 PER*5)!*10 N9*10 G61*3 G62*5 NTE*20 W27 W6 W28 W10*10 G72*5 (LM! LQ!*100)*10
	(
		LX! MAN* PAL N9*5
		(
			W12! G69*5 N9*200 G62*10 QTY*10 MEA*5 AMT R4*5 W27 N1*5 G72*5 (LM! LQ!*100)*10
			(LS! (LX! N9* G62*10 N1 (LM! LQ!*100)*10)* LE!) (FA1! FA2!*)*
		)*
	)*
	W03 SE!
`,
	segments5010: `
	ST! W06! (N1! N2 N3*2 N4 PER*5)!*10 N9*10 G61*3 G62*5 NTE*20 W27 W6 W28 W10*10 G72*5 TD1*5 (LM! LQ!*100)*10
	(
		LX! MAN* PAL N9*5
		(
			W12! G69*5 N9*200 G62*10 QTY*10 MEA*5 AMT R4*5 W27 (N1! N2 N3 N4 PER)* G72*5 (LM! LQ!*100)*10
			(LS! (LX! N9* G62*10 N1 (LM! LQ!*100)*10)* LE!) (FA1! FA2!*)*
		)*
	)*
	W03 SE!
`,
};
