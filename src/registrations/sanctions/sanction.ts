// 処分: what a chamber imposes on a firm after a false application, an altered certificate or somebody else's signature
// (罰則規程). It holds at every chamber at once. Pure.

/** 発給停止 (until a day) / 追加書類 (until a day) / 登録抹消. */
export const sanctionKinds = ['suspended', 'extra_documents', 'struck_off'] as const;
export type SanctionKind = (typeof sanctionKinds)[number];

/** Kinds that stop cases; 追加書類 only asks for more. */
export const stoppingKinds = ['suspended', 'struck_off'] as const satisfies readonly SanctionKind[];

export type Sanction = {
  sanctionId: string;
  kind: SanctionKind;
  /** null: a sole trader, or registered before it was asked for; other chambers know the firm again by hand. */
  corporateNumber: string | null;
  /** Where it was imposed, and on which registration. */
  chamberId: string;
  registrationId: string;
  nameJa: string;
  nameEn: string;
  addressEn: string;
  /** Read by the firm and by the staff of every chamber. */
  reason: string;
  /** An account of the staff of that chamber. */
  imposedBy: string;
  imposedAt: Date;
  /** The last day on which it holds, YYYY-MM-DD in Japan; null: 登録抹消, which has none. */
  untilDay: string | null;
  lifted: { at: Date; by: string; reason: string } | null;
};

/** `today`: YYYY-MM-DD in Japan. */
export const isInForce = ({ lifted, untilDay }: Pick<Sanction, 'lifted' | 'untilDay'>, today: string): boolean =>
  lifted === null && (untilDay === null || today <= untilDay);

/** Years from today. Our own bound, against a slip in the year: a rule of chambers says at most one year (罰則規程). */
export const longestYears = 10;
