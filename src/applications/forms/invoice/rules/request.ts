// 証明依頼書: which document it is, where the goods go, and what only the counter can do.
import { findCountry } from '../../../countries.ts';
import { hitIf } from '../../rule.ts';
import { formOf, ours, rule } from './rule.ts';

export const documentChosen = rule({
  name: 'document-chosen',
  box: 'request',
  level: 'block',
  source: '静岡商工会議所「インボイス証明」対象書類',
  fixed: true,
  find: ({ request }) =>
    hitIf(
      request.document === '',
      'request.document',
      '書類の種類(コマーシャルインボイスなど)を選んでください。',
      'Choose the kind of document, such as commercial invoice.',
    ),
});

export const destinationGiven = rule({
  name: 'destination-given',
  box: 'request',
  level: 'block',
  source: `${ours}。仕向国は証明依頼書で統計のために尋ねる`,
  find: (content) => {
    const { destination } = content.request;
    const isAsked = destination !== '' || formOf(content).shipping === 'must';
    return hitIf(
      isAsked && (findCountry(destination) === undefined || destination === 'JP'),
      'request.destination',
      '仕向国を選んでください。',
      'Choose the country of destination.',
    );
  },
});
