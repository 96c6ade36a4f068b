// Kinds of package for box 7 (UN/CEFACT Recommendation 21, the ones in common use), as invoices print them. Pure.
import { printedKey } from './printed-key.ts';

export type PackageKind = {
  /** UN/CEFACT Rec 21 code. */
  code: string;
  ja: string;
  /** For a sum of several: `CARTONS`. */
  plural: string;
  /** Accepted as printed, whatever the case. */
  forms: readonly string[];
  /** Not packed at all: no number is asked. */
  loose: boolean;
};

const kindLines = `
CT|カートン|CARTONS|CARTON,CTN,CTNS,C/T,C/TS,CARTON(S),CARTON BOX,CARTON BOXES
CS|ケース|CASES|CASE,CS,C/S,CASE(S)
7B|木箱(ケース)|WOODEN CASES|WOODEN CASE,W/C,WOODEN CASE(S)
BX|箱|BOXES|BOX,BOX(ES)
QP|木箱|WOODEN BOXES|WOODEN BOX
CR|クレート|CRATES|CRATE,CRT,CRTS
8B|木枠|WOODEN CRATES|WOODEN CRATE
SK|スキッド(透かし箱)|SKIDS|SKID,SKELETON CASE,SKELETON CASES
PX|パレット|PALLETS|PALLET,PLT,PLTS,PLL
8A|木製パレット|WOODEN PALLETS|WOODEN PALLET
BG|袋|BAGS|BAG
SA|大袋|SACKS|SACK
43|フレコンバッグ|FLEXIBLE CONTAINER BAGS|FLEXIBLE CONTAINER BAG,FLEXIBLE BAG,FLEXIBLE BAGS,BIG BAG,BIG BAGS
BL|俵(ベール)|BALES|BALE,BLS
BE|束|BUNDLES|BUNDLE,BDL,BDLS
DR|ドラム|DRUMS|DRUM
1A|スチールドラム|STEEL DRUMS|STEEL DRUM
1G|ファイバードラム|FIBRE DRUMS|FIBRE DRUM,FIBER DRUM,FIBER DRUMS
CA|缶|CANS|CAN
TN|ブリキ缶|TINS|TIN
BA|樽|BARRELS|BARREL
JY|ジェリカン|JERRICANS|JERRICAN
PL|ペール缶|PAILS|PAIL
BO|瓶|BOTTLES|BOTTLE
CY|ボンベ|CYLINDERS|CYLINDER
RL|リール|REELS|REEL
RO|ロール|ROLLS|ROLL
CL|コイル|COILS|COIL
NT|網|NETS|NET
PC|小包|PARCELS|PARCEL
EN|封筒|ENVELOPES|ENVELOPE
BK|籠|BASKETS|BASKET
TY|トレー|TRAYS|TRAY
CN|コンテナ|CONTAINERS|CONTAINER,VAN,VANS
TK|タンク|TANKS|TANK,ISO TANK,ISO TANKS
RK|ラック|RACKS|RACK
PK|梱包|PACKAGES|PACKAGE,PKG,PKGS,PACKAGE(S),P'KGS
UN|台(無包装)|UNITS|UNIT
PP|個(無包装)|PIECES|PIECE,PCS,PC
`;

const looseLines = `
VR|ばら積み|IN BULK|BULK
NE|無包装|UNPACKED|NOT PACKED,IN NUDE,NUDE,LOOSE
`;

const kindOf = (line: string, loose: boolean): PackageKind => {
  const [code = '', ja = '', plural = '', forms = ''] = line.split('|');
  return { code, ja, plural, forms: forms.split(','), loose };
};

export const packageKinds: readonly PackageKind[] = [
  ...kindLines
    .trim()
    .split('\n')
    .map((line) => kindOf(line, false)),
  ...looseLines
    .trim()
    .split('\n')
    .map((line) => kindOf(line, true)),
];

const byForm = new Map(
  packageKinds.flatMap((kind) => [kind.plural, ...kind.forms].map((form) => [printedKey(form), kind] as const)),
);

export function findPackageKind(printed: string): PackageKind | undefined {
  return byForm.get(printedKey(printed));
}
