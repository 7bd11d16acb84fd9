import type { SetTable } from '../types';

export const warehouseShippingOrder: SetTable = {
	id: '940',
	functionalId: 'OW',
	name: 'Warehouse Shipping Order',
	segments: `
	ST! W05! (N1! N2*2 N3*2 N4 PER*5)*10 N9*10 G61*3 G62*10 NTE* W09 W66 W6 R2*13 BNX (LM! LQ!*100)*10
	(
		LX! MAN* SDQ* N1 G62*10
		(
			W01! G69*5 N9*200 NTE* W20*3 QTY*10 AMT G62*10 G66 N1*3 PER*5 LH2*6 LHR LH6*5 (LM! LQ!*100)*10
			(
				LS!
				(
					LX! N9* G62*10 N1 SDQ* (LM! LQ!*100)*10 (LH1! LH2*4 LH3*10 LFH*20 LEP*3 LH4 LHT*3 LHR*5 PER*5)*
				)*
				LE!
			)
			(FA1! FA2!*)*
		)*
	)*
	W76 SE!
`,
	segments5010: `
	ST! W05! (N1! N2*2 N3*2 N4 PER*5)*10 N9*10 G61*3 G62*10 NTE* W09 W66 W6*5 R2*13 BNX (TD3! AT9) (LM! LQ!*100)*10
	(
		LX! MAN* SDQ* N1 G62*10 N9*
		(
			W01! G69*5 N9*200 NTE* W20*3 QTY*10 AMT* G62*10 G66 (N1! N2 N3 N4 PER*5)* LH2*6 LHR LH6*5
			(LM! LQ!*100)*10
			(
				LS!
				(
					LX! N9* G62*10 N1 SDQ* (LM! LQ!*100)*10 (LH1! LH2*4 LH3*10 LFH*20 LEP*3 LH4 LHT*3 LHR*5 PER*5)*
				)*
				LE!
			)
			(FA1! FA2!*)*
		)*
	)*
	W76 SE!
`,
};
