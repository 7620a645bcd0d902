/**
 * The script of the page: search, filter, keys. It only hides and unfolds what is there; without it nothing is missing.
 * Plain JavaScript of 2020, since it is not compiled, and without a backslash or a backtick, since it is a template.
 */
export const SCRIPT = `
'use strict';
(function () {
  const tools = document.getElementById('tools');
  if (tools === null) return;
  const list = document.getElementById('checks');
  const search = document.getElementById('search');
  const found = document.getElementById('found');
  const nothing = document.getElementById('nothing');
  const chips = Array.from(tools.querySelectorAll('.chip'));
  const rows = Array.from(list.querySelectorAll('li.check'));
  const sections = Array.from(list.querySelectorAll('details.section'));
  const titles = new Map();
  const texts = new Map();
  let unfolded = null;
  let asked = false;

  function titleOf(section) {
    if (section === null) return '';
    if (!titles.has(section)) {
      const own = section.querySelector('summary').textContent;
      titles.set(section, titleOf(section.parentElement.closest('details.section')) + ' ' + own);
    }
    return titles.get(section);
  }

  function textOf(row) {
    if (!texts.has(row)) texts.set(row, (titleOf(row.closest('details.section')) + ' ' + row.textContent).toLowerCase());
    return texts.get(row);
  }

  function isWanted(row, words, wanted) {
    if (wanted.length > 0 && !row.dataset.status.split(' ').some(status => wanted.includes(status))) return false;
    return words.length === 0 || words.every(word => textOf(row).includes(word));
  }

  function apply() {
    asked = false;
    const words = search.value.toLowerCase().split(' ').filter(word => word !== '');
    const wanted = chips.filter(chip => chip.getAttribute('aria-pressed') === 'true').map(chip => chip.dataset.filter);
    const narrowed = words.length + wanted.length > 0;
    const kept = new Set();
    let shown = 0;
    for (const row of rows) {
      row.hidden = !isWanted(row, words, wanted);
      if (row.hidden) continue;
      shown += 1;
      let section = row.closest('details.section');
      while (section !== null && !kept.has(section)) {
        kept.add(section);
        section = section.parentElement.closest('details.section');
      }
    }
    if (narrowed && unfolded === null) unfolded = new Set(sections.filter(section => section.open));
    for (const section of sections) {
      section.hidden = narrowed && !kept.has(section);
      if (narrowed) section.open = true;
      else if (unfolded !== null) section.open = unfolded.has(section);
    }
    if (!narrowed) unfolded = null;
    nothing.hidden = shown > 0;
    const all = rows.length + (rows.length === 1 ? ' check' : ' checks');
    found.textContent = narrowed ? shown + ' of ' + all : all;
  }

  function applySoon() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(apply);
  }

  function clear() {
    search.value = '';
    for (const chip of chips) chip.setAttribute('aria-pressed', 'false');
    apply();
  }

  function foldAll(open) {
    for (const section of sections) section.open = open;
  }

  function go(step, matches) {
    const stops = Array.from(list.querySelectorAll('summary')).filter(stop => stop.parentElement.closest('li.check, details.section') !== null);
    const row = document.activeElement.closest('li.check');
    const from = row === null ? document.activeElement : row.querySelector('summary');
    for (let at = stops.indexOf(from) + step; at >= 0 && at < stops.length; at += step) {
      const stop = stops[at];
      if (stop.closest('.more') !== null || !stop.matches(matches) || !stop.checkVisibility()) continue;
      stop.focus();
      return;
    }
  }

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches('input, textarea, select');
    if (event.key === 'Escape' && list.contains(event.target)) clear();
    else if (event.key === '/' && !typing) {
      search.focus();
      search.select();
    } else if (event.key === 'Enter' && event.target === search) go(1, 'summary');
    else if (!typing && list.contains(event.target) && event.key === 'j') go(1, 'summary');
    else if (!typing && list.contains(event.target) && event.key === 'k') go(-1, 'summary');
    else if (!typing && list.contains(event.target) && event.key === 'n') go(1, '.failed summary, .errored summary, .warning summary');
    else return;
    event.preventDefault();
  }

  function followed(event) {
    const link = event.target.closest('a[href^="#check-"]');
    const to = link === null ? null : document.getElementById(link.getAttribute('href').slice(1));
    if (to !== null && to.closest('[hidden]') !== null) clear();
  }

  search.addEventListener('input', applySoon);
  for (const chip of chips) {
    chip.addEventListener('click', () => {
      chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true'));
      apply();
    });
  }
  for (const [id, open] of [['unfold', true], ['fold', false]]) {
    const button = document.getElementById(id);
    if (button !== null) button.addEventListener('click', () => foldAll(open));
  }
  document.addEventListener('keydown', pressed);
  document.addEventListener('click', followed);
  tools.hidden = false;
  if (search.value !== '') apply();
})();
`
