// Every country and territory of ISO 3166-1, one a line:
//   alpha-2 | region | Japanese name | English name as printed on certificates | other names that may be printed
// English names are the short ones in natural order; the others are the formal names and the listed short forms (`U.S.A.`).
// Regions follow the country groups of Japan's trade statistics (財務省貿易統計). Abbreviations not listed here are not names.
export const countryLines = `
AD|western-europe|アンドラ|Andorra|Principality of Andorra
AE|middle-east|アラブ首長国連邦|United Arab Emirates|U.A.E.
AF|asia|アフガニスタン|Afghanistan|Islamic Republic of Afghanistan
AG|latin-america|アンティグア・バーブーダ|Antigua and Barbuda
AI|latin-america|アンギラ(英)|Anguilla
AL|eastern-europe|アルバニア|Albania|Republic of Albania
AM|eastern-europe|アルメニア|Armenia|Republic of Armenia
AO|africa|アンゴラ|Angola|Republic of Angola
AQ|oceania|南極|Antarctica
AR|latin-america|アルゼンチン|Argentina|Argentine Republic
AS|oceania|アメリカ領サモア|American Samoa
AT|western-europe|オーストリア|Austria|Republic of Austria
AU|oceania|オーストラリア|Australia|Commonwealth of Australia
AW|latin-america|アルバ(蘭)|Aruba
AX|western-europe|オーランド諸島|Aland Islands|Åland Islands
AZ|eastern-europe|アゼルバイジャン|Azerbaijan|Republic of Azerbaijan
BA|eastern-europe|ボスニア・ヘルツェゴビナ|Bosnia and Herzegovina
BB|latin-america|バルバドス|Barbados
BD|asia|バングラデシュ|Bangladesh|People's Republic of Bangladesh
BE|western-europe|ベルギー|Belgium|Kingdom of Belgium
BF|africa|ブルキナファソ|Burkina Faso
BG|eastern-europe|ブルガリア|Bulgaria|Republic of Bulgaria
BH|middle-east|バーレーン|Bahrain|Kingdom of Bahrain
BI|africa|ブルンジ|Burundi|Republic of Burundi
BJ|africa|ベナン|Benin|Republic of Benin
BL|latin-america|サン・バルテルミー島(仏)|Saint Barthelemy|Saint Barthélemy
BM|latin-america|バミューダ(英)|Bermuda
BN|asia|ブルネイ|Brunei Darussalam|Brunei;Negara Brunei Darussalam
BO|latin-america|ボリビア|Bolivia|Plurinational State of Bolivia;Bolivia (Plurinational State of)
BQ|latin-america|ボネール、シント・ユースタティウスおよびサバ(蘭)|Bonaire, Sint Eustatius and Saba|Caribbean Netherlands
BR|latin-america|ブラジル|Brazil|Federative Republic of Brazil
BS|latin-america|バハマ|Bahamas|Commonwealth of the Bahamas
BT|asia|ブータン|Bhutan|Kingdom of Bhutan
BV|western-europe|ブーベ島(ノルウェー)|Bouvet Island
BW|africa|ボツワナ|Botswana|Republic of Botswana
BY|eastern-europe|ベラルーシ|Belarus|Republic of Belarus
BZ|latin-america|ベリーズ|Belize
CA|north-america|カナダ|Canada
CC|oceania|ココス(キーリング)諸島(豪)|Cocos (Keeling) Islands
CD|africa|コンゴ民主共和国|Democratic Republic of the Congo|D.R. Congo;Congo, Democratic Republic of the
CF|africa|中央アフリカ|Central African Republic
CG|africa|コンゴ共和国|Republic of the Congo
CH|western-europe|スイス|Switzerland|Swiss Confederation
CI|africa|コートジボワール|Cote d'Ivoire|Ivory Coast;Republic of Cote d'Ivoire
CK|oceania|クック諸島|Cook Islands
CL|latin-america|チリ|Chile|Republic of Chile
CM|africa|カメルーン|Cameroon|Republic of Cameroon
CN|asia|中国|China|People's Republic of China;P.R. China;P.R.China;P.R. of China;P.R.C.
CO|latin-america|コロンビア|Colombia|Republic of Colombia
CR|latin-america|コスタリカ|Costa Rica|Republic of Costa Rica
CU|latin-america|キューバ|Cuba|Republic of Cuba
CV|africa|カーボベルデ|Cabo Verde|Cape Verde;Republic of Cabo Verde
CW|latin-america|キュラソー(蘭)|Curacao|Curaçao
CX|oceania|クリスマス島(豪)|Christmas Island
CY|western-europe|キプロス|Cyprus|Republic of Cyprus
CZ|eastern-europe|チェコ|Czech Republic|Czechia
DE|western-europe|ドイツ|Germany|Federal Republic of Germany;F.R. Germany
DJ|africa|ジブチ|Djibouti|Republic of Djibouti
DK|western-europe|デンマーク|Denmark|Kingdom of Denmark
DM|latin-america|ドミニカ国|Dominica|Commonwealth of Dominica
DO|latin-america|ドミニカ共和国|Dominican Republic
DZ|africa|アルジェリア|Algeria|People's Democratic Republic of Algeria
EC|latin-america|エクアドル|Ecuador|Republic of Ecuador
EE|eastern-europe|エストニア|Estonia|Republic of Estonia
EG|africa|エジプト|Egypt|Arab Republic of Egypt;A.R. Egypt
EH|africa|西サハラ|Western Sahara
ER|africa|エリトリア|Eritrea|State of Eritrea
ES|western-europe|スペイン|Spain|Kingdom of Spain
ET|africa|エチオピア|Ethiopia|Federal Democratic Republic of Ethiopia
FI|western-europe|フィンランド|Finland|Republic of Finland
FJ|oceania|フィジー|Fiji|Republic of Fiji
FK|latin-america|フォークランド諸島(英)|Falkland Islands|Falkland Islands (Malvinas)
FM|oceania|ミクロネシア|Federated States of Micronesia|Micronesia
FO|western-europe|フェロー諸島(デンマーク)|Faroe Islands
FR|western-europe|フランス|France|French Republic
GA|africa|ガボン|Gabon|Gabonese Republic
GB|western-europe|英国|United Kingdom|U.K.;United Kingdom of Great Britain and Northern Ireland
GD|latin-america|グレナダ|Grenada
GE|eastern-europe|ジョージア|Georgia
GF|latin-america|仏領ギアナ|French Guiana
GG|western-europe|ガーンジー|Guernsey
GH|africa|ガーナ|Ghana|Republic of Ghana
GI|western-europe|ジブラルタル(英)|Gibraltar
GL|western-europe|グリーンランド(デンマーク)|Greenland
GM|africa|ガンビア|Gambia|Republic of the Gambia
GN|africa|ギニア|Guinea|Republic of Guinea
GP|latin-america|グアドループ島(仏)|Guadeloupe
GQ|africa|赤道ギニア|Equatorial Guinea|Republic of Equatorial Guinea
GR|western-europe|ギリシャ|Greece|Hellenic Republic
GS|latin-america|サウスジョージア・サウスサンドイッチ諸島(英)|South Georgia and the South Sandwich Islands
GT|latin-america|グアテマラ|Guatemala|Republic of Guatemala
GU|oceania|グアム(米)|Guam|Guam, U.S.A.
GW|africa|ギニアビサウ|Guinea-Bissau|Republic of Guinea-Bissau
GY|latin-america|ガイアナ|Guyana|Co-operative Republic of Guyana
HK|asia|香港|Hong Kong|Hong Kong, China;Hong Kong S.A.R.;Hong Kong SAR
HM|oceania|ハード島・マクドナルド諸島(豪)|Heard Island and McDonald Islands
HN|latin-america|ホンジュラス|Honduras|Republic of Honduras
HR|eastern-europe|クロアチア|Croatia|Republic of Croatia
HT|latin-america|ハイチ|Haiti|Republic of Haiti
HU|eastern-europe|ハンガリー|Hungary
ID|asia|インドネシア|Indonesia|Republic of Indonesia
IE|western-europe|アイルランド|Ireland|Republic of Ireland
IL|middle-east|イスラエル|Israel|State of Israel
IM|western-europe|マン島|Isle of Man
IN|asia|インド|India|Republic of India
IO|africa|英領インド洋地域|British Indian Ocean Territory
IQ|middle-east|イラク|Iraq|Republic of Iraq
IR|middle-east|イラン|Iran|Islamic Republic of Iran;I.R. Iran;I.R. of Iran
IS|western-europe|アイスランド|Iceland|Republic of Iceland
IT|western-europe|イタリア|Italy|Italian Republic
JE|western-europe|ジャージー|Jersey
JM|latin-america|ジャマイカ|Jamaica
JO|middle-east|ヨルダン|Jordan|Hashemite Kingdom of Jordan
JP|asia|日本|Japan
KE|africa|ケニア|Kenya|Republic of Kenya
KG|eastern-europe|キルギス|Kyrgyzstan|Kyrgyz Republic
KH|asia|カンボジア|Cambodia|Kingdom of Cambodia
KI|oceania|キリバス|Kiribati|Republic of Kiribati
KM|africa|コモロ|Comoros|Union of the Comoros
KN|latin-america|セントクリストファー・ネービス|Saint Kitts and Nevis|Saint Christopher and Nevis
KP|asia|北朝鮮|Democratic People's Republic of Korea|North Korea
KR|asia|韓国|Republic of Korea|South Korea;Korea;Korea, Republic of;R.O.K.;R.O. Korea;Korea (South)
KW|middle-east|クウェート|Kuwait|State of Kuwait
KY|latin-america|ケイマン諸島(英)|Cayman Islands
KZ|eastern-europe|カザフスタン|Kazakhstan|Republic of Kazakhstan
LA|asia|ラオス|Lao People's Democratic Republic|Laos;Lao P.D.R.
LB|middle-east|レバノン|Lebanon|Lebanese Republic
LC|latin-america|セントルシア|Saint Lucia
LI|western-europe|リヒテンシュタイン|Liechtenstein|Principality of Liechtenstein
LK|asia|スリランカ|Sri Lanka|Democratic Socialist Republic of Sri Lanka
LR|africa|リベリア|Liberia|Republic of Liberia
LS|africa|レソト|Lesotho|Kingdom of Lesotho
LT|eastern-europe|リトアニア|Lithuania|Republic of Lithuania
LU|western-europe|ルクセンブルク|Luxembourg|Grand Duchy of Luxembourg
LV|eastern-europe|ラトビア|Latvia|Republic of Latvia
LY|africa|リビア|Libya|State of Libya
MA|africa|モロッコ|Morocco|Kingdom of Morocco
MC|western-europe|モナコ|Monaco|Principality of Monaco
MD|eastern-europe|モルドバ|Moldova|Republic of Moldova
ME|eastern-europe|モンテネグロ|Montenegro
MF|latin-america|サン・マルタン(仏)|Saint Martin (French part)|Saint Martin
MG|africa|マダガスカル|Madagascar|Republic of Madagascar
MH|oceania|マーシャル諸島|Marshall Islands|Republic of the Marshall Islands
MK|eastern-europe|北マケドニア|North Macedonia|Republic of North Macedonia
ML|africa|マリ|Mali|Republic of Mali
MM|asia|ミャンマー|Myanmar|Republic of the Union of Myanmar
MN|asia|モンゴル|Mongolia
MO|asia|マカオ|Macao|Macau;Macao, China;Macau S.A.R.;Macao S.A.R.
MP|oceania|北マリアナ諸島(米)|Northern Mariana Islands
MQ|latin-america|マルティニーク(仏)|Martinique
MR|africa|モーリタニア|Mauritania|Islamic Republic of Mauritania
MS|latin-america|モントセラト(英)|Montserrat
MT|western-europe|マルタ|Malta|Republic of Malta
MU|africa|モーリシャス|Mauritius|Republic of Mauritius
MV|asia|モルディブ|Maldives|Republic of Maldives
MW|africa|マラウイ|Malawi|Republic of Malawi
MX|latin-america|メキシコ|Mexico|United Mexican States
MY|asia|マレーシア|Malaysia
MZ|africa|モザンビーク|Mozambique|Republic of Mozambique
NA|africa|ナミビア|Namibia|Republic of Namibia
NC|oceania|ニューカレドニア(仏)|New Caledonia
NE|africa|ニジェール|Niger|Republic of the Niger
NF|oceania|ノーフォーク島(豪)|Norfolk Island
NG|africa|ナイジェリア|Nigeria|Federal Republic of Nigeria
NI|latin-america|ニカラグア|Nicaragua|Republic of Nicaragua
NL|western-europe|オランダ|Netherlands|Kingdom of the Netherlands;Holland
NO|western-europe|ノルウェー|Norway|Kingdom of Norway
NP|asia|ネパール|Nepal|Federal Democratic Republic of Nepal
NR|oceania|ナウル|Nauru|Republic of Nauru
NU|oceania|ニウエ|Niue
NZ|oceania|ニュージーランド|New Zealand
OM|middle-east|オマーン|Oman|Sultanate of Oman
PA|latin-america|パナマ|Panama|Republic of Panama
PE|latin-america|ペルー|Peru|Republic of Peru
PF|oceania|仏領ポリネシア|French Polynesia|Tahiti
PG|oceania|パプアニューギニア|Papua New Guinea|Independent State of Papua New Guinea;P.N.G.
PH|asia|フィリピン|Philippines|Republic of the Philippines
PK|asia|パキスタン|Pakistan|Islamic Republic of Pakistan
PL|eastern-europe|ポーランド|Poland|Republic of Poland
PM|north-america|サンピエール島・ミクロン島(仏)|Saint Pierre and Miquelon
PN|oceania|ピトケアン(英)|Pitcairn|Pitcairn Islands
PR|latin-america|プエルトリコ(米)|Puerto Rico|Puerto Rico, U.S.A.
PS|middle-east|パレスチナ|Palestine|State of Palestine
PT|western-europe|ポルトガル|Portugal|Portuguese Republic
PW|oceania|パラオ|Palau|Republic of Palau
PY|latin-america|パラグアイ|Paraguay|Republic of Paraguay
QA|middle-east|カタール|Qatar|State of Qatar
RE|africa|レユニオン(仏)|Reunion|Réunion
RO|eastern-europe|ルーマニア|Romania
RS|eastern-europe|セルビア|Serbia|Republic of Serbia
RU|eastern-europe|ロシア|Russian Federation|Russia
RW|africa|ルワンダ|Rwanda|Republic of Rwanda
SA|middle-east|サウジアラビア|Saudi Arabia|Kingdom of Saudi Arabia;K.S.A.
SB|oceania|ソロモン諸島|Solomon Islands
SC|africa|セーシェル|Seychelles|Republic of Seychelles
SD|africa|スーダン|Sudan|Republic of the Sudan
SE|western-europe|スウェーデン|Sweden|Kingdom of Sweden
SG|asia|シンガポール|Singapore|Republic of Singapore
SH|africa|セントヘレナ・アセンションおよびトリスタンダクーニャ(英)|Saint Helena, Ascension and Tristan da Cunha|Saint Helena
SI|eastern-europe|スロベニア|Slovenia|Republic of Slovenia
SJ|western-europe|スバールバル諸島・ヤンマイエン島(ノルウェー)|Svalbard and Jan Mayen
SK|eastern-europe|スロバキア|Slovakia|Slovak Republic
SL|africa|シエラレオネ|Sierra Leone|Republic of Sierra Leone
SM|western-europe|サンマリノ|San Marino|Republic of San Marino
SN|africa|セネガル|Senegal|Republic of Senegal
SO|africa|ソマリア|Somalia|Federal Republic of Somalia
SR|latin-america|スリナム|Suriname|Republic of Suriname
SS|africa|南スーダン|South Sudan|Republic of South Sudan
ST|africa|サントメ・プリンシペ|Sao Tome and Principe|Democratic Republic of Sao Tome and Principe
SV|latin-america|エルサルバドル|El Salvador|Republic of El Salvador
SX|latin-america|シント・マールテン(蘭)|Sint Maarten|Sint Maarten (Dutch part)
SY|middle-east|シリア|Syrian Arab Republic|Syria
SZ|africa|エスワティニ|Eswatini|Kingdom of Eswatini
TC|latin-america|タークス・カイコス諸島(英)|Turks and Caicos Islands
TD|africa|チャド|Chad|Republic of Chad
TF|africa|仏領南方・南極地域|French Southern Territories
TG|africa|トーゴ|Togo|Togolese Republic
TH|asia|タイ|Thailand|Kingdom of Thailand
TJ|eastern-europe|タジキスタン|Tajikistan|Republic of Tajikistan
TK|oceania|トケラウ諸島(ニュージーランド)|Tokelau
TL|asia|東ティモール|Timor-Leste|Democratic Republic of Timor-Leste;East Timor
TM|eastern-europe|トルクメニスタン|Turkmenistan
TN|africa|チュニジア|Tunisia|Republic of Tunisia
TO|oceania|トンガ|Tonga|Kingdom of Tonga
TR|middle-east|トルコ|Turkey|Türkiye;Republic of Türkiye;Republic of Turkey
TT|latin-america|トリニダード・トバゴ|Trinidad and Tobago|Republic of Trinidad and Tobago
TV|oceania|ツバル|Tuvalu
TW|asia|台湾|Taiwan
TZ|africa|タンザニア|Tanzania|United Republic of Tanzania
UA|eastern-europe|ウクライナ|Ukraine
UG|africa|ウガンダ|Uganda|Republic of Uganda
UM|oceania|合衆国領有小離島|United States Minor Outlying Islands
US|north-america|アメリカ合衆国|United States of America|U.S.A.;United States
UY|latin-america|ウルグアイ|Uruguay|Oriental Republic of Uruguay;Eastern Republic of Uruguay
UZ|eastern-europe|ウズベキスタン|Uzbekistan|Republic of Uzbekistan
VA|western-europe|バチカン|Vatican City State|Vatican City;Holy See
VC|latin-america|セントビンセント・グレナディーン諸島|Saint Vincent and the Grenadines
VE|latin-america|ベネズエラ|Venezuela|Bolivarian Republic of Venezuela
VG|latin-america|英領バージン諸島|British Virgin Islands|Virgin Islands (British)
VI|latin-america|米領バージン諸島|United States Virgin Islands|U.S. Virgin Islands;Virgin Islands (U.S.)
VN|asia|ベトナム|Vietnam|Viet Nam;Socialist Republic of Viet Nam;Socialist Republic of Vietnam
VU|oceania|バヌアツ|Vanuatu|Republic of Vanuatu
WF|oceania|ウォリス・フツナ諸島(仏)|Wallis and Futuna
WS|oceania|サモア|Samoa|Independent State of Samoa
YE|middle-east|イエメン|Yemen|Republic of Yemen
YT|africa|マヨット(仏)|Mayotte
ZA|africa|南アフリカ共和国|South Africa|Republic of South Africa;R.S.A.
ZM|africa|ザンビア|Zambia|Republic of Zambia
ZW|africa|ジンバブエ|Zimbabwe|Republic of Zimbabwe
`;
