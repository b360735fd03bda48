import type { Language } from '#core/text/language.ts'
import type { IconName } from '#ui/icons.tsx'

/** The codes of CAP 1.2 (OASIS, CAP-v1.2-os, 3.2.2 "info") that this module uses. */
type CapCategory = 'Infra' | 'Transport' | 'Other'
type CapUrgency = 'Immediate' | 'Expected'
type Said = Record<Language, string>
type Kind = {
  icon: IconName; name: Said; /** what it is to people, in a sentence, said in every language whatever the official writes */ lead: Said
  /** a hint for what to do meanwhile */ instead: Said; category: CapCategory; event: Said; urgency: CapUrgency; /** unless the official says otherwise */ severity: Severity
  /** hours that it usually lasts, as quick choices; 0: not known */ hours: number[]; /** metres outside a drawn shape that it still concerns */ buffer: number
}

export const severities = ['minor', 'moderate', 'severe', 'extreme'] as const
export type Severity = (typeof severities)[number]
/** These wake at night and stand on every guest's Koti. */
export const isGrave = (severity: Severity): boolean => severity === 'severe' || severity === 'extreme'

export const kindKeys = ['water', 'power', 'heat', 'roadWorks', 'bus', 'closed', 'school', 'other'] as const
export type DisruptionKind = (typeof kindKeys)[number]

/** Everything that a kind of disruption is: how it is called, drawn, told to people and to programs. */
export const disruptionKinds: Record<DisruptionKind, Kind> = {
  water: {
    icon: 'water', category: 'Infra', urgency: 'Immediate', severity: 'severe', hours: [2, 4, 8, 0], buffer: 30,
    name: { fi: 'Vesikatko', sv: 'Vattenavbrott', en: 'Water cut' }, event: { fi: 'Vedenjakelun häiriö', sv: 'Störning i vattendistributionen', en: 'Water supply disruption' },
    lead: { fi: 'Hanasta ei nyt tule vettä, tai sitä tulee vähän.', sv: 'Det kommer inget eller bara lite vatten ur kranen.', en: 'There is no water from the tap, or only a little.' },
    instead: { fi: 'Varavettä saa säiliöstä. Ota oma astia mukaan.', sv: 'Reservvatten finns i en tank. Ta med ett eget kärl.', en: 'There is water in a tank. Bring your own container.' },
  },
  power: {
    icon: 'power', category: 'Infra', urgency: 'Immediate', severity: 'severe', hours: [1, 3, 6, 0], buffer: 30,
    name: { fi: 'Sähkökatko', sv: 'Strömavbrott', en: 'Power cut' }, event: { fi: 'Sähkönjakelun häiriö', sv: 'Störning i elförsörjningen', en: 'Power supply disruption' },
    lead: { fi: 'Sähköt ovat poikki.', sv: 'Strömmen är borta.', en: 'The power is out.' },
    instead: { fi: 'Sammuta liesi ja muut laitteet, jotka olivat päällä.', sv: 'Stäng av spisen och annat som var på.', en: 'Switch off the cooker and anything else that was on.' },
  },
  heat: {
    icon: 'thermometer', category: 'Infra', urgency: 'Expected', severity: 'moderate', hours: [4, 8, 24, 0], buffer: 30,
    name: { fi: 'Lämpökatko', sv: 'Värmeavbrott', en: 'Heating cut' }, event: { fi: 'Kaukolämmön häiriö', sv: 'Störning i fjärrvärmen', en: 'District heating disruption' },
    lead: { fi: 'Patterit viilenevät, eikä lämmintä vettä riitä.', sv: 'Elementen svalnar och varmvattnet räcker inte.', en: 'Radiators cool down and hot water runs out.' },
    instead: { fi: 'Pidä ovet ja ikkunat kiinni.', sv: 'Håll dörrar och fönster stängda.', en: 'Keep doors and windows closed.' },
  },
  roadWorks: {
    icon: 'road', category: 'Transport', urgency: 'Expected', severity: 'minor', hours: [4, 8, 24, 0], buffer: 40,
    name: { fi: 'Tietyö', sv: 'Vägarbete', en: 'Road works' }, event: { fi: 'Tietyö', sv: 'Vägarbete', en: 'Road works' },
    lead: { fi: 'Kadulla tehdään töitä. Matka voi kestää tavallista kauemmin.', sv: 'Det arbetas på gatan. Resan kan ta längre än vanligt.', en: 'There are works on the street. Your journey may take longer than usual.' },
    instead: { fi: 'Kiertotie on merkitty.', sv: 'Omvägen är skyltad.', en: 'The diversion is signposted.' },
  },
  bus: {
    icon: 'bus', category: 'Transport', urgency: 'Expected', severity: 'minor', hours: [2, 8, 24, 0], buffer: 60,
    name: { fi: 'Bussiliikenteen muutos', sv: 'Ändring i busstrafiken', en: 'Change to buses' }, event: { fi: 'Joukkoliikenteen poikkeus', sv: 'Avvikelse i kollektivtrafiken', en: 'Public transport change' },
    lead: { fi: 'Bussi kulkee toisin kuin tavallisesti.', sv: 'Bussen kör annorlunda än vanligt.', en: 'The bus does not run as usual.' },
    instead: { fi: 'Korvaava pysäkki on lähellä.', sv: 'En ersättande hållplats finns i närheten.', en: 'There is a substitute stop nearby.' },
  },
  closed: {
    icon: 'closed', category: 'Other', urgency: 'Expected', severity: 'minor', hours: [2, 8, 24, 0], buffer: 0,
    name: { fi: 'Suljettu', sv: 'Stängt', en: 'Closed' }, event: { fi: 'Paikka suljettu', sv: 'Plats stängd', en: 'Place closed' },
    lead: { fi: 'Paikka on poikkeuksellisesti suljettu.', sv: 'Platsen är undantagsvis stängd.', en: 'The place is closed for now.' },
    instead: { fi: 'Toinen lähellä oleva paikka on auki.', sv: 'En annan plats i närheten är öppen.', en: 'Another place nearby is open.' },
  },
  school: {
    icon: 'school', category: 'Other', urgency: 'Immediate', severity: 'moderate', hours: [8, 24, 0], buffer: 0,
    name: { fi: 'Koulu tai päiväkoti suljettu', sv: 'Skola eller daghem stängt', en: 'School or day care closed' }, event: { fi: 'Koulu tai päiväkoti suljettu', sv: 'Skola eller daghem stängt', en: 'School or day care closed' },
    lead: { fi: 'Koulu tai päiväkoti on nyt suljettu.', sv: 'Skolan eller daghemmet är stängt nu.', en: 'The school or day care is closed now.' },
    instead: { fi: 'Lapset ovat tämän ajan toisessa paikassa.', sv: 'Barnen är under tiden på en annan plats.', en: 'Meanwhile the children are in another place.' },
  },
  other: {
    icon: 'disruption', category: 'Other', urgency: 'Expected', severity: 'minor', hours: [2, 8, 24, 0], buffer: 30,
    name: { fi: 'Häiriö', sv: 'Störning', en: 'Disruption' }, event: { fi: 'Häiriö', sv: 'Störning', en: 'Disruption' },
    lead: { fi: 'Jokin ei nyt toimi niin kuin tavallisesti.', sv: 'Något fungerar inte som vanligt just nu.', en: 'Something is not working as usual.' },
    instead: { fi: 'Kerromme pian lisää.', sv: 'Vi berättar snart mer.', en: 'We will tell you more soon.' },
  },
}
export const isDisruptionKind = (key: unknown): key is DisruptionKind => kindKeys.includes(key as DisruptionKind)
