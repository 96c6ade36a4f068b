import type { Account } from '../../../accounts/account.ts';
import { may } from '../../../accounts/rights.ts';
import { paths } from '../../paths.ts';
import type { Lang } from '../../ui/words.ts';
import { reissueWords } from './reissue-words.ts';

/** Beside a firm of the register that has an administrator ID: its 貿易登録証, and for who may, the way to another ID. */
export function ReissueLinks(props: {
  lang: Lang;
  registrationId: string;
  administrator: Account | null;
  actor: Pick<Account, 'role' | 'rights'>;
}) {
  const { lang, registrationId, administrator, actor } = props;
  const w = reissueWords[lang];
  if (administrator === null) return null;
  return (
    <ul>
      <li>
        <a href={paths.currentCertificate(registrationId)} download="">
          {w.certificatePdf}
        </a>
      </li>
      {may(actor, 'desk.register') ? (
        <li>
          <a href={paths.reissueAdministrator(registrationId)}>{w.open}</a>
        </li>
      ) : null}
    </ul>
  );
}
