import { catalogue } from '../../ui/words.ts';

export const startApplicationWords = catalogue(
  {
    title: '【重要】発給申請にあたっての確認のお願い',
    lead: '原産地証明の発給申請をはじめます。次の内容を確かめてから、お進みください。',
    cannotHeading: 'オンラインではできないこと',
    cannotLead:
      '証明書は、お手元のプリンターで白い紙に印刷していただくものです。次のものが要るときは、オンラインではなく、窓口で申請してください。',
    ink: '肉筆の署名',
    perforation: 'パーフォレーター(穿孔)',
    tally: '割り印',
    sheets: '別紙の添付(書ききれない商品は、続きのページに印刷されます)',
    after: '交付済の証明書は訂正できません。内容を変えるときは、改めて発給申請をしてください。',
    oathHeading: '誓約事項',
    oath: '誓約事項を確認し、同意します。',
    kind: '証明書の種類',
    kindHelp: '以前の申請を複写するときは、その申請と同じ種類になります。',
    copy: '以前の申請を複写する',
    copyHelp: '荷受人、輸送、商品などを複写します。インボイスの番号と日付、船積日、添付書類は複写しません。',
    copyNone: '写さない(新しく入力する)',
    withInvoice: (consignee: string, invoice: string) => `${consignee} (${invoice})`,
    copyLine: (receipt: string, goods: string, changed: string) => `${receipt}、商品${goods}行、${changed} 更新`,
    noConsignee: '荷受人未入力',
    draftNumber: '受付番号なし',
    begin: '同意して証明依頼書へ進む',
  },
  {
    title: 'Important: please confirm before you apply',
    lead: 'You are about to start an application for a certificate of origin. Please read the following first.',
    cannotHeading: 'What cannot be done online',
    cannotLead:
      'You print the certificate yourself on white paper. If you need one of these, please apply at the counter instead:',
    ink: 'a handwritten (ink) signature',
    perforation: 'perforation',
    tally: 'a tally seal across sheets',
    sheets: 'separate sheets attached to it (goods that do not fit are printed on continuation pages)',
    after: 'An issued certificate cannot be corrected. To change its content, please apply again.',
    oathHeading: 'Oath',
    oath: 'I have read the oath and agree to it.',
    kind: 'Kind of certificate',
    kindHelp: 'A copy is of the same kind as the application that it is made from.',
    copy: 'Copy an earlier application',
    copyHelp:
      'Consignee, transport, goods and so on are copied. Invoice numbers and dates, the sailing date and attachments are not.',
    copyNone: 'Do not copy (start empty)',
    withInvoice: (consignee, invoice) => `${consignee} (${invoice})`,
    copyLine: (receipt, goods, changed) =>
      `${receipt}, ${goods} line${goods === '1' ? '' : 's'} of goods, changed ${changed}`,
    noConsignee: 'No consignee yet',
    draftNumber: 'No receipt number',
    begin: 'Agree and go to the request sheet',
  },
);
