import { expect, it } from 'vitest'
import { succeed } from '../../scripts/real-stack/command.ts'
import { BASE_IMAGE, describeWithDocker } from '../real-stack.ts'

describeWithDocker('the base image of the tests', () => {
  it('holds what the services are made of', async () => {
    const programs = ['bash', 'nginx', 'redis-server', 'redis-cli', 'ps', 'psql']
    const look = `for name in ${programs.join(' ')}; do command -v $name >/dev/null || echo $name is missing; done`
    expect(await succeed('docker', ['run', '--rm', BASE_IMAGE, 'bash', '-c', look])).toBe('')
  })
})
