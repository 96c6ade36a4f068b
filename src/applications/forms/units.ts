// Units of quantity for box 8, in the forms that invoices print (UN/CEFACT Recommendation 20, the ones in common use). Pure.
import { printedKey } from './printed-key.ts';

export type Unit = {
  /** UN/CEFACT Rec 20 common code. */
  code: string;
  ja: string;
  /** Accepted as printed, whatever the case; the first is the one we suggest. */
  forms: readonly string[];
  /** Counted in whole numbers: half a piece is a slip of the finger. */
  whole: boolean;
};

const unitLines = `
H87|個|PCS,PC,PIECE,PIECES,PCE,PCES,EA,EACH
SET|組(セット)|SETS,SET
C62|単位(台)|UNITS,UNIT
PR|足・対|PAIRS,PAIR,PRS,PR
DZN|ダース|DOZ,DOZEN,DOZENS,DZ,DZN
GRO|グロス|GROSS,GRS,GRO
MIL|千個|THOUSAND PCS,MPCS,MIL,KPCS
HEA|頭|HEADS,HEAD
NMP|パック|PACKS,PACK
SH|枚|SHEETS,SHEET,SHTS,SHT
RO|巻(ロール)|ROLLS,ROLL,RLS
BO|本(瓶)|BOTTLES,BOTTLE,BTLS,BTL
CA|缶|CANS,CAN,TINS,TIN
KT|キット|KITS,KIT
TU|本(チューブ)|TUBES,TUBE
LEF|枚(葉)|LEAVES,LEAF
KGM|キログラム|KGS,KG,KGM,KILOS,KILOGRAM,KILOGRAMS
GRM|グラム|G,GRM,GMS,GRAM,GRAMS
MGM|ミリグラム|MG,MGM
TNE|トン|MT,M/T,TNE,TON,TONS,TONNE,TONNES,METRIC TON,METRIC TONS
LBR|ポンド|LBS,LB,LBR,POUND,POUNDS
ONZ|オンス|OZ,ONZ
CTM|カラット|CARAT,CARATS,CTM
LTR|リットル|LTR,LTRS,L,LITER,LITERS,LITRE,LITRES
MLT|ミリリットル|ML,MLT
KLR|キロリットル|KL,KLR
GLL|ガロン|GAL,GALS,GALLON,GALLONS,GLL
BLL|バレル|BBL,BBLS,BARREL,BARRELS OF OIL
MTR|メートル|M,MTR,MTRS,METER,METERS,METRE,METRES
CMT|センチメートル|CM,CMT
MMT|ミリメートル|MM,MMT
KMT|キロメートル|KM,KMT
FOT|フィート|FT,FEET,FOOT,FOT
INH|インチ|INCH,INCHES,INH
YRD|ヤード|YDS,YD,YARD,YARDS,YRD
MTK|平方メートル|M2,M²,SQM,SQ.M,SQ.M.,MTK,SQUARE METERS,SQUARE METRES
FTK|平方フィート|SQFT,SQ.FT,SQ.FT.,FTK
YDK|平方ヤード|SQYD,SQYDS,YDK
MTQ|立方メートル|M3,M³,CBM,MTQ,CUBIC METERS,CUBIC METRES
FTQ|立方フィート|CFT,CU.FT,CU.FT.,FTQ
KWH|キロワット時|KWH
KWT|キロワット|KW,KWT
`;

const wholeCodes = new Set('H87 SET C62 PR HEA NMP SH RO BO CA KT TU LEF'.split(' '));

export const units: readonly Unit[] = unitLines
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', ja = '', forms = ''] = line.split('|');
    return { code, ja, forms: forms.split(','), whole: wholeCodes.has(code) };
  });

const byForm = new Map(units.flatMap((unit) => unit.forms.map((form) => [printedKey(form), unit] as const)));

export function findUnit(printed: string): Unit | undefined {
  return byForm.get(printedKey(printed));
}

// Box 8: how goods are packed is no quantity, and a lot says nothing (Osaka CCI form 2008, note to box 8).
const packingAlone =
  /^(?:LOTS?|PACKAGES?|PKGS?|CARTONS?|CTNS?|C\/T|CASES?|BOX(?:ES)?|CRATES?|PALLETS?|PLTS?|BAGS?|BALES?|BUNDLES?|DRUMS?|CONTAINERS?|PARCELS?|SHIPMENTS?)$/;

/** Whether the printed unit only says how the goods are packed: `LOT`, `PACKAGES`, `CARTONS`. */
export function isRefusedUnit(printed: string): boolean {
  return packingAlone.test(printedKey(printed));
}
