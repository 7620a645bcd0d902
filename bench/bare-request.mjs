// What a person would write without this product: one request with undici, its status and one field.
import { request } from 'undici'

const { statusCode, body } = await request(process.argv[2])
const answer = JSON.parse(await body.text())
if (statusCode !== 200 || answer.status !== 'ok') process.exitCode = 1
console.log(statusCode, answer.status)
