import { ArrowRight, BadgeCheck, Bell, BellOff, BellPlus, Building2, Calendar, Camera, Check, ChevronRight, CircleCheckBig, CircleX, Clock, Download, EyeOff, FileText, Filter, Flag, FlaskConical, GitMerge, Globe, Heart, House, Inbox, KeyRound, Lightbulb, Link, List, LogOut, Mail, Map as MapIcon, MapPin, MessageCircle, Minus, Newspaper, Pencil, Pickaxe, Plus, RotateCcw, Route, Rss, Scale, Search, Send, Settings, Share2, Shield, Sparkles, Split, SquareCheck, ThumbsDown, ThumbsUp, Trash2, Upload, User, UserCheck, Users, Wrench, X } from 'lucide-react'

const icons = {
  arrow: ArrowRight, official: BadgeCheck, bell: Bell, bellOff: BellOff, follow: BellPlus, organisation: Building2, calendar: Calendar, camera: Camera, check: Check, next: ChevronRight, done: CircleCheckBig, no: CircleX, clock: Clock, download: Download, hidden: EyeOff, text: FileText, filter: Filter, report: Flag, experiment: FlaskConical, merged: GitMerge, language: Globe, heart: Heart, home: House, inbox: Inbox, key: KeyRound, idea: Lightbulb, linked: Link, list: List, out: LogOut, mail: Mail, map: MapIcon, place: MapPin, comment: MessageCircle, neutral: Minus, news: Newspaper, edited: Pencil, developing: Wrench, work: Pickaxe, plus: Plus, restored: RotateCcw, routed: Route, feed: Rss, decision: Scale, search: Search, sent: Send, settings: Settings, share: Share2, shield: Shield, need: Sparkles, split: Split, answered: SquareCheck, against: ThumbsDown, support: ThumbsUp, remove: Trash2, imported: Upload, person: User, me: UserCheck, people: Users, close: X,
}
export type IconName = keyof typeof icons

/** A Lucide icon, always beside a word and so silent for screen readers. */
export function Icon({ name }: { name: IconName }) {
  const Drawn = icons[name]
  return <Drawn aria-hidden="true" focusable="false" />
}
