-- What is attached says what it proves: which of these a case needs is asked of the form of its kind
-- (src/applications/evidence-kinds.ts names them).
alter table evidence drop constraint evidence_kind_check;
alter table evidence add constraint evidence_kind_check check (kind in (
  'invoice', 'power_of_attorney', 'lc_demand', 'late_reason', 'export_proof', 'make_proof', 'food_statement',
  'foreign_statement', 'foreign_co', 'import_permit', 'import_invoice', 'seller_certificate', 'route_explanation',
  'shipment_proof', 'other'));

-- Every kind of certificate there is to be; which of them can be applied for is said by src/applications/forms/forms.ts.
alter table application drop constraint application_kind_check;
alter table application add constraint application_kind_check check (kind in (
  'origin', 'foreign_origin', 'invoice', 'signature', 'own_invoice', 'own_signature', 'membership', 'corporation'));
