namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>What can be found wrong with a page without looking at it: WCAG 2.2 where a rule can be computed, and the house's own rules.</summary>
internal static class PageInspection
{
    /// <summary>Answers a list of faults.</summary>
    public const string Script =
        """
        () => {
          const faults = [];
          const seen = e => { const r = e.getBoundingClientRect(); return r.width > 1 && r.height > 1 && getComputedStyle(e).visibility !== 'hidden'; };
          const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + ' "' + (e.innerText || e.name || '').trim().slice(0, 30) + '"';
          const colour = text => (text.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
          const light = c => { const f = v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }; return 0.2126 * f(c[0]) + 0.7152 * f(c[1]) + 0.0722 * f(c[2]); };
          const behind = e => { for (; e; e = e.parentElement) { const c = colour(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0.99) return c; } return [255, 255, 255]; };

          if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1) {
            const wide = [...document.querySelectorAll('body *')].filter(e => seen(e) && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(name);
            faults.push('scrolls sideways: ' + wide.slice(0, 5).join(', '));
          }
          if (innerWidth > 800 && document.querySelector('.app') && document.documentElement.scrollHeight > innerHeight + 1) faults.push('the window scrolls beside its parts');
          if (!document.documentElement.lang) faults.push('the page has no language');
          if (!document.title) faults.push('the page has no title');
          if (document.querySelectorAll('h1').length !== 1) faults.push(document.querySelectorAll('h1').length + ' first headings');
          // Parts of MudBlazor and of the framework are placed by styles of their own; our own markup has none.
          for (const e of document.querySelectorAll('[style],[onclick],script:not([src])')) if (!e.closest('[class*=mud-],[id^=popovercontent]') && (e.className || e.id || e.tagName !== 'DIV')) faults.push('inline style or script: ' + name(e));
          const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
          for (const id of ids.filter((id, i) => ids.indexOf(id) !== i)) faults.push('two elements called ' + id);
          for (const e of document.querySelectorAll('input:not([type=hidden]),select,textarea')) {
            if (!(e.labels && e.labels.length) && !e.getAttribute('aria-label')) faults.push('no label: ' + name(e));
            const help = e.getAttribute('aria-describedby');
            if (help && !document.getElementById(help)) faults.push('its help is missing: ' + name(e));
            if (!help && !e.getAttribute('aria-label')) faults.push('no help: ' + name(e));
          }
          for (const e of document.querySelectorAll('svg')) if (e.getAttribute('aria-hidden') !== 'true' && !e.getAttribute('aria-label')) faults.push('a picture without words');
          for (const e of document.querySelectorAll('th')) {
            const lines = Math.round(e.getClientRects().length && e.scrollHeight / parseFloat(getComputedStyle(e).lineHeight));
            if (seen(e) && getComputedStyle(e).whiteSpace === 'nowrap' && e.scrollWidth > e.clientWidth + 1) faults.push('a cut heading: ' + name(e));
            if (seen(e) && e.closest('thead') && e.innerText.trim().length > 0 && e.getBoundingClientRect().height > 44 * e.rowSpan) faults.push('a wrapped heading: ' + name(e) + ' ' + lines);
          }
          for (const e of document.querySelectorAll('a,button,input:not([type=hidden]),select,summary')) {
            const r = e.getBoundingClientRect();
            if (seen(e) && !e.matches('.vh') && !['checkbox', 'radio'].includes(e.type) && r.height < 16) faults.push('too small to press: ' + name(e) + ' ' + r.height);
          }
          for (const e of document.querySelectorAll('body *')) {
            if (!seen(e) || ![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
            const style = getComputedStyle(e);
            if (parseFloat(style.fontSize) < 12) faults.push('smaller than 12 px: ' + name(e));
            const [a, b] = [light(colour(style.color)), light(behind(e))].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < 4.5 && !e.closest('.skip,[aria-hidden=true]')) faults.push('contrast ' + ratio.toFixed(2) + ': ' + name(e));
          }
          return faults;
        }
        """;
}
