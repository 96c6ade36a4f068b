import { catalogue } from '../../ui/words.ts';

export const firmRulesWords = catalogue(
  {
    title: '会社の設定',
    back: '貿易登録へ戻る',
    lead: '会社の中で、IDどうしがどこまで見られるか、サブIDの申請を誰が確かめるかを決めます。保存すると、すぐに変わります。',
    usersSeeAll: '署名者どうしで、互いの発給申請を見られるようにする',
    usersSeeAllHelp:
      '見ることだけができます。修正・申請・お支払い・印刷は、これまでどおり、その申請の署名者とそのサブIDが行います。サブIDは、設定にかかわらず、自分のIDの申請だけを見ます。',
    releaseRequired: 'サブIDが作った申請は、署名者が確認してから提出する',
    releaseRequiredHelp:
      'サブIDが「申請」を押すと、署名者の確認待ちになり、署名者へメールでお知らせします。署名者は、内容を確かめて商工会議所へ申請するか、理由を添えてサブIDへ戻します。チェックを外しても、すでに確認を待っているものは、署名者が申請するか戻すまで残ります。',
    save: '保存する',
    savedHeading: '保存しました',
    savedText: '新しい設定は、いまから有効です。',
  },
  {
    title: 'Settings of the firm',
    back: 'Back to the registration',
    lead: 'Who in the firm sees whose applications, and who checks what sub IDs prepare. Changes take effect as soon as they are saved.',
    usersSeeAll: 'Signatories see each other’s applications',
    usersSeeAllHelp:
      'They can look only. Correcting, submitting, paying and printing stay with the signatory of the application and that signatory’s sub IDs. A sub ID always sees its own applications only.',
    releaseRequired: 'What a sub ID prepares is checked by its signatory before it is submitted',
    releaseRequiredHelp:
      'When a sub ID presses “Submit”, the application waits for the signatory, who is told by mail. The signatory submits it to the chamber, or gives it back with a reason. If you take the tick away, what waits already stays until its signatory submits it or gives it back.',
    save: 'Save',
    savedHeading: 'Saved',
    savedText: 'The new settings are in force from now on.',
  },
);
