import type { Texts } from './fi.ts'

export const en: Texts = {
  video: 'Video', videos: 'Videos', untitled: 'Video without a title', withoutAuthor: 'No name',
  length: (minutes, seconds) => (minutes ? `${minutes} min ${seconds} s` : `${seconds} s`), megabytes: (count) => `${count} MB`,
  add: 'Add a minute of video', addHint: 'Film with your phone or send a file. Three minutes at most.', manage: 'Edit the video', captions: 'Captions', report: 'Report the video',
  transcript: 'Read what is said in the video', cannotPlay: 'Your browser cannot play this video.', download: 'Download the file',
  noCaptions: 'The video has no captions yet.', captionsBy: (day) => `Captions will be here by ${day}.`, captionsLate: (day) => `The captions are late. They were due on ${day}.`,
  hidden: 'A moderator has hidden this video.', hiddenWaits: 'A moderator looks at the video before it is published. Others do not see it yet.', why: 'Reason:', appeal: 'Ask for a second look',
  waiting: 'Not published yet', waitingHint: 'Only you can see this. A video that is not published is removed after two days.', unfinished: 'You have not published:',
  languages: { fi: 'Finnish', sv: 'Swedish', en: 'English' }, inLanguages: { fi: 'In Finnish', sv: 'In Swedish', en: 'In English' },
  adding: {
    title: 'A minute of video', limits: (megabytes) => `At most 3 minutes and ${megabytes}. An MP4, MOV or WebM file. Where and with what it was filmed is removed.`,
    how: 'Talk as you would to a neighbour: what it is about, what you would ask or suggest, and what comes next.', file: 'Video file', plainHint: (megabytes) => `At most ${megabytes} from this form.`, language: 'Which language is spoken in the video?', send: 'Send the video', next: 'After sending, you watch the video and decide whether to publish it.',
    speech: 'The sound is sent to the municipality’s speech recognition, which drafts the captions.',
  },
  recorder: {
    record: 'Film now', choose: 'Choose a file', turn: 'Switch camera', start: 'Start filming', stop: 'Stop', again: 'Film again', use: 'Send this video', back: 'Close the camera', preview: 'What the camera sees', replay: 'What you filmed', starts: 'Filming starts', left: 'left', recording: 'Filming', stopped: 'Filming is done. Watch it and send it.',
    denied: 'The camera or the microphone cannot be used. Allow it in the browser, or choose a file.', sending: 'Sending', paused: 'The connection was lost. Sending goes on when it is back.', resume: 'Go on sending', resumeText: 'An earlier video was left half sent.', cancel: 'Stop sending', sent: 'It has arrived and is being checked.', failed: 'It could not be sent. The video is still on this device: try again.', tooLarge: 'The file is too large.', tooLong: 'The video is too long.', retry: 'Try again',
  },
  problems: {
    noFile: 'Choose a video file or film a video.', notVideo: 'The file is not a video that we can read. Send an MP4, MOV or WebM file.', videoTooLong: 'The video is longer than three minutes. Shorten it and send it again.', videoTooLarge: 'The file is too large.',
    videoKind: 'Not all browsers can show a video filmed this way. On an iPhone choose Settings › Camera › Formats › Most Compatible, or film on this page.', notWhole: 'The whole video did not arrive. Go on sending.', tooManyUnfinished: 'You already have three videos that are not published. Publish or remove one of them first.',
    tooManyToday: 'You have sent many videos today. Go on tomorrow.', subjectGone: 'What the video belongs to can no longer be seen.', time: 'Write the time as 0:05.2.', order: 'The end comes after the start and within the video.', noText: 'Write or paste a text.', notCaptions: 'There are no captions in the file. WebVTT and SRT will do.', beyond: 'The captions go on after the video ends. Are they of this video?', noCues: 'There is not one line in the captions yet.', tooMany: 'There are too many lines.', notPicture: 'The file is not a picture.', pictureTooLarge: 'The picture is too large.',
  },
  publishing: {
    title: 'Title', titleHint: 'What is the video about? Shown above it.', live: 'This is the recording of a live broadcast', publish: 'Publish the video', published: 'The video is published.', save: 'Save', saved: 'The changes are saved.', told: 'Followers get a message.', edit: 'Change the title or the cover picture',
    poster: 'Cover picture', posterHint: 'JPEG, PNG or WebP. Without a new one the present picture stays.', remove: 'Remove the video', removeSure: 'The video, its captions and all its files are removed at once and cannot be brought back.', removeNow: 'Remove the video for good', toSubject: 'Back to the matter',
    law: 'A video comes with captions', lawRecorded: 'The Act on the Provision of Digital Services (306/2019) requires that the municipality’s video has captions when it is published.', lawLive: 'The recording of a live broadcast may be captioned within 14 days of publishing it.', lawDue: (recorded, live) => `If you publish now, the captions are due on ${recorded}, or ${live} for the recording of a live broadcast. We remind you until they are ready.`, lawNone: 'The law does not ask for captions on a resident’s or an association’s video, but many watch without sound. Captioning takes a few minutes.', write: 'Write captions', ready: 'The captions are ready.',
  },
  captioning: {
    title: 'Captions', lead: 'Write what is said in the video. Mention sounds that matter too.', language: 'Language of the captions', isDraft: 'Draft: others do not see this', isReady: 'Ready: everyone sees this', heard: 'A draft by speech recognition. Listen to the video and correct the mistakes before you publish the captions.',
    write: 'Write what you hear', writeHint: 'The text is split into lines and spread over the video. You can correct the times afterwards. A line break begins a new line.', make: 'Make lines', again: 'Write it all anew', replaces: 'Replaces the present lines.', upload: 'Use ready captions', uploadHint: 'A WebVTT or SRT file.', orPaste: 'or paste its text here', take: 'Use these', copyFrom: (language) => `Begin from the times in ${language}`,
    lines: 'Lines', start: 'Starts', end: 'Ends', line: (number) => `Line ${number}`, quick: 'The text passes quickly. Shorten it or give it time.', split: 'Split in two', merge: 'Join with the next', remove: 'Remove', add: 'Add a line after', more: 'Change the line', shift: 'Move all lines', shiftHint: 'In seconds. Minus moves them earlier.', shiftNow: 'Move', draft: 'Save the draft', ready: 'Ready, show to everyone', hear: 'Hear the line', fromHere: 'Start here', toHere: 'End here',
    saved: 'Saved.', public: 'Everyone now sees the captions.', erase: 'Remove these captions', eraseSure: 'The lines are removed for good.',
    asked: 'Speech recognition is making a draft. It will be here in a few minutes.', failed: (why) => `Speech recognition did not succeed (${why}).`, retry: 'Ask for a draft again', ask: 'Ask speech recognition for a draft',
  },
}
