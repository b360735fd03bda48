import { renderToStaticMarkup } from 'react-dom/server'
import { Angry, ArrowDown, ArrowRight, ArrowUp, BadgeCheck, Bell, BellOff, BellPlus, Building2, Calendar, Camera, Captions, Check, ChevronRight, CircleCheckBig, CircleX, Clock, Download, EyeOff, FileText, Filter, Flag, FlaskConical, Frown, GitMerge, Globe, Heart, House, Inbox, KeyRound, Laugh, Lightbulb, Link, List, LogOut, Mail, Map as MapIcon, MapPin, Meh, MessageCircle, Minus, Newspaper, Pencil, Pickaxe, Plus, QrCode, RotateCcw, Route, Rss, Scale, Search, Send, Settings, Share2, Shield, Signature, Smile, Sparkles, Split, SquareCheck, ThumbsDown, ThumbsUp, Trash2, Upload, User, UserCheck, Users, Video, Wrench, X } from 'lucide-react'
import { Bike, Bus, Car, Dog, Droplets, FerrisWheel, Lamp, MountainSnow, Phone, Signpost, Snowflake, SprayCan, TrafficCone, Trash, TreePine, TriangleAlert, Volume2, Waves, Zap } from 'lucide-react'
import { Accessibility, Activity, Armchair, Baby, BookOpen, Cctv, Compass, ConciergeBell, Construction, DoorClosed, DoorOpen, Dumbbell, FlameKindling, Footprints, Gauge, Goal, HandHeart, Hourglass, Landmark, LocateFixed, Mountain, Radio, School, Stethoscope, Ticket, Recycle, Thermometer, Tent, Volleyball, WashingMachine, WavesLadder } from 'lucide-react'

const icons = {
  arrow: ArrowRight, official: BadgeCheck, bell: Bell, bellOff: BellOff, follow: BellPlus, organisation: Building2, calendar: Calendar, camera: Camera, check: Check, next: ChevronRight, done: CircleCheckBig, no: CircleX, clock: Clock, download: Download, hidden: EyeOff, text: FileText, filter: Filter, report: Flag, experiment: FlaskConical, merged: GitMerge, language: Globe, heart: Heart, home: House, inbox: Inbox, key: KeyRound, idea: Lightbulb, linked: Link, list: List, out: LogOut, mail: Mail, map: MapIcon, place: MapPin, comment: MessageCircle, neutral: Minus, news: Newspaper, edited: Pencil, developing: Wrench, work: Pickaxe, plus: Plus, restored: RotateCcw, routed: Route, feed: Rss, decision: Scale, search: Search, sent: Send, settings: Settings, share: Share2, shield: Shield, need: Sparkles, split: Split, answered: SquareCheck, against: ThumbsDown, support: ThumbsUp, remove: Trash2, imported: Upload, person: User, me: UserCheck, people: Users, close: X, video: Video, captions: Captions, sign: Signature, up: ArrowUp, down: ArrowDown, face1: Angry, face2: Frown, face3: Meh, face4: Smile, face5: Laugh, poster: QrCode,
  // what categories of map feedback are about
  danger: TriangleAlert, phone: Phone, road: TrafficCone, snow: Snowflake, lamp: Lamp, signpost: Signpost, water: Droplets, tree: TreePine, play: FerrisWheel, bin: Trash, dog: Dog, beach: Waves, track: MountainSnow, paint: SprayCan, bus: Bus, power: Zap, car: Car, bike: Bike, noise: Volume2,
  // kinds of places, and what they are like now
  library: BookOpen, swim: WavesLadder, hall: Volleyball, gym: Dumbbell, rink: Snowflake, ski: MountainSnow, sled: Mountain, field: Goal, trail: Footprints, park: TreePine, fire: FlameKindling, carpet: WashingMachine, daycare: Baby, school: School, culture: Landmark, health: Stethoscope, desk: ConciergeBell, recycling: Recycle,
  accessible: Accessibility, gauge: Gauge, thermometer: Thermometer, ticket: Ticket, open: DoorOpen, closed: DoorClosed, nearMe: LocateFixed, disruption: Construction, sensor: Radio, activity: Activity, waiting: Hourglass, compass: Compass, care: HandHeart, cctv: Cctv, seat: Armchair, shelter: Tent,
}

export type IconName = keyof typeof icons

/** All icons as one file of symbols, fetched once and kept; a page then names an icon in forty bytes where its drawing takes five hundred. */
export function iconSheet(): string {
  const symbols = Object.entries(icons).map(([name, Drawn]) => {
    const inside = renderToStaticMarkup(<Drawn />).replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '')
    return `<symbol id="${name}" viewBox="0 0 24 24">${inside}</symbol>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${symbols.join('')}</svg>`
}
