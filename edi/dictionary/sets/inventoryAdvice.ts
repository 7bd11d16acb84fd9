import type { SetTable } from '../types';

export const inventoryAdvice: SetTable = {
	id: '846',
	functionalId: 'IB',
	name: 'Inventory Inquiry/Advice',
	segments: `
	ST! BIA! CUR DTM*10 REF*12 PER*3 MEA*20 (N1! N2*2 N3*2 N4 REF*12 PER*3)*5 (LM! LQ!*100)*10
	(
		LIN! PID*200 MEA*40 PKG*25 DTM*10 CTP*25 CUR SAC*25 REF* PER*3 SDQ*500 MAN UIT*5 CS DD* G53 PCT* LDT*12
		(LM! LQ!*100)*10 (SLN! PID*200 MEA*40 PKG*25 (MAN! MEA*40)*100)*1000
		(
			QTY! UIT*12 MEA*25 LDT*12 DTM*10 (SCH! MEA*25)*25 (LM! LQ!*100)*
			(LS! (REF! DTM* N1 (LM! LQ!*100)*10)* LE!)
		)*99
		(N1! N2*2 N3*2 N4 REF*12 PER*3)*200
	)!*10000
	CTT SE!
`,
};
