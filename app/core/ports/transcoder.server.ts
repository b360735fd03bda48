import { spawn } from 'node:child_process'

/** Who makes a smaller one of a video: files on the machine itself, MP4 out; `size` is its shorter side in pixels. Throws an Error with a sentence. */
export type Transcoder = { make(from: string, to: string, size: number): Promise<void> }

const longest = 15 * 60_000

/** The program FFmpeg, or one that takes its arguments, by its name or path. It may keep the machine busy for minutes. */
export function ffmpeg(command: string): Transcoder {
  return {
    make: (from, to, size) => new Promise((resolve, reject) => {
      const args = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', '-protocol_whitelist', 'file', '-i', from, '-map', '0:v:0', '-map', '0:a:0?', '-map_metadata', '-1',
        '-vf', `scale='if(gte(iw,ih),-2,${size})':'if(gte(iw,ih),${size},-2)'`, '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '25', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-b:a', '96k', '-movflags', '+faststart', '-f', 'mp4', to]
      const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: longest, killSignal: 'SIGKILL', env: { PATH: process.env.PATH ?? '' } })
      let said = ''
      child.stderr.on('data', (bytes: Buffer) => { said = (said + bytes.toString()).slice(-300) })
      child.once('error', (cause) => reject(new Error(`${command} did not start: ${cause.message}`)))
      child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(said.trim() || `${command} ended with ${code ?? 'a signal'}`))))
    }),
  }
}
