/**
 * Streets of Ylöjärvi by name, each with where it begins, which way it goes (degrees, 0 is north) and how long it is in
 * metres. The names are the town's; where they run is a sketch, and the doors on them are generated (demo/addresses.server.ts).
 */
export const streets: [name: string, longitude: number, latitude: number, direction: number, metres: number][] = [
  ['Kuruntie', 23.5905, 61.5528, 12, 1600], ['Mikkolantie', 23.5968, 61.5569, 78, 900], ['Soppeentie', 23.6105, 61.5478, 64, 1500], ['Räikäntie', 23.5995, 61.558, 70, 700], ['Elotie', 23.5978, 61.5548, 150, 420],
  ['Koulutie', 23.6001, 61.5541, 100, 350], ['Kirkkotie', 23.5893, 61.5571, 30, 480], ['Asemantie', 23.5929, 61.5525, 200, 520], ['Viljakkalantie', 23.5855, 61.5603, 300, 2200], ['Vaasantie', 23.582, 61.556, 292, 2600],
  ['Siltatie', 23.6036, 61.5524, 40, 380], ['Torikuja', 23.5944, 61.5553, 85, 140], ['Kirjastokuja', 23.5931, 61.5549, 110, 160], ['Kauppakatu', 23.5952, 61.5559, 170, 300], ['Pappilantie', 23.5885, 61.5581, 330, 620],
  ['Työläjärventie', 23.6202, 61.5395, 140, 1100], ['Soppeenharjuntie', 23.6185, 61.5412, 25, 760], ['Harjukuja', 23.6199, 61.5426, 95, 260], ['Kisakatu', 23.6068, 61.5592, 45, 420], ['Uimahallintie', 23.6033, 61.5582, 120, 210],
  ['Leijapolku', 23.6052, 61.5565, 15, 240], ['Valontie', 23.5996, 61.5533, 190, 330], ['Kalliorinteentie', 23.6008, 61.5515, 160, 540], ['Mäkikuja', 23.6021, 61.5509, 60, 180], ['Rantatie', 23.5883, 61.5481, 250, 900],
  ['Keijärventie', 23.578, 61.5523, 280, 1400], ['Julkujärventie', 23.5861, 61.5706, 5, 980], ['Julkuranta', 23.5874, 61.5722, 110, 300], ['Metsäkyläntie', 23.5552, 61.5648, 320, 1700], ['Koululaisenpolku', 23.548, 61.5669, 75, 280],
  ['Vihnuskuja', 23.5721, 61.548, 35, 240], ['Vihnusrannantie', 23.571, 61.5471, 215, 700], ['Siivikkalantie', 23.6621, 61.561, 55, 1900], ['Siivikkalanranta', 23.6775, 61.5655, 20, 420], ['Pehtoorintie', 23.6672, 61.5628, 130, 380],
  ['Lepänkuja', 23.6654, 61.5619, 220, 190], ['Koivukuja', 23.6078, 61.5467, 310, 220], ['Kuusitie', 23.6091, 61.5461, 85, 360], ['Haapatie', 23.6102, 61.5452, 90, 340], ['Pihlajakuja', 23.6117, 61.5447, 10, 180],
  ['Vuorentaustantie', 23.6362, 61.5333, 120, 1300], ['Vuorenrinne', 23.6381, 61.5318, 40, 320], ['Teollisuustie', 23.6254, 61.533, 75, 900], ['Elovainiontie', 23.6287, 61.5356, 60, 1000], ['Yrittäjänkatu', 23.6313, 61.5361, 150, 420],
  ['Mutalantie', 23.6188, 61.6335, 15, 1600], ['Kylätalontie', 23.6201, 61.6365, 100, 300], ['Takamaantie', 23.55, 61.598, 340, 2100], ['Pinsiöntie', 23.48, 61.569, 275, 1800], ['Antaverkantie', 23.655, 61.64, 50, 900],
  ['Kurunraitti', 23.7231, 61.875, 60, 900], ['Satamakuja', 23.7309, 61.8771, 20, 200], ['Kirkkolahdentie', 23.7262, 61.8739, 140, 480], ['Poikeluksentie', 23.735, 61.88, 45, 1500], ['Seitsemisentie', 23.452, 61.928, 310, 1800],
  ['Viljakkalanraitti', 23.3006, 61.7122, 330, 700], ['Satamaraitti', 23.2969, 61.7148, 10, 220], ['Hangasperäntie', 23.31, 61.705, 160, 1200], ['Karhentie', 23.346, 61.67, 190, 1400], ['Lamminrahkantie', 23.643, 61.555, 85, 700],
  ['Ruskeepuronkatu', 23.6412, 61.5462, 5, 640], ['Myllypuronkatu', 23.6501, 61.542, 350, 880],
]
