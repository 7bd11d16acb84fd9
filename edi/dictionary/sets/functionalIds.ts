/**
 * GS01 with the transaction sets of its group, for sets of commerce, transport, finance and health care whose content is
 * not in the dictionary. Source: element 479 in the public dictionaries of 004010 and 007030; a set on which they differ,
 * or that belongs in several groups (980, 819, 893), is left out.
 */
export const FUNCTIONAL_IDS = `
AG 824
AN 180
AR 943
AW 947
BE 834
BL 211
BS 857
CD 812
CF 844 849
CI 811
CT 831
DA 828
DD 854
DX 894 895
FB 859
FR 821 827
FT 996
GE 814
GF 990
GP 880
HB 271
HC 837
HI 278
HN 277
HP 835
HR 276
HS 270
IA 110
IG 882
IM 210
IO 310 312
IR 410
LB 823
MI 213
MS 848
MZ 240
NC 842
NL 101
OG 875 876
OR 816
PA 845
PD 852
PI 275
PS 830
PT 867
PU 216
PY 829
QG 878 879 888 889 896
QM 214
QO 313 315
RA 820
RC 861
RE 944
RF 753
RG 754
RI 853
RO 300 301 303
RP 818
RQ 836 840
RR 843
RS 869 870
RT 863
SC 832
SI 858
SM 204
SO 304 311 317 319 322 323 324 325 361
SP 841
SQ 866
SS 862
TD 838
TF 813
TI 826
TM 212
TX 864
UP 215
`;
