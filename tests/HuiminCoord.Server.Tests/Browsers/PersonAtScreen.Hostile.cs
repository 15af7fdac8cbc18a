using Microsoft.Playwright;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>What somebody does who means harm.</summary>
internal sealed partial class PersonAtScreen
{
    private const string Typed = "input:not([type]):visible:enabled, input[type=text]:visible:enabled, input[type=tel]:visible:enabled, input[type=url]:visible:enabled, input[type=email]:visible:enabled, textarea:visible:enabled:not([readonly])";

    /// <summary>Nothing on our pages has any of these, and nobody's text may add one.</summary>
    private const string Foreign =
        """
        () => [...document.querySelectorAll('script:not([src]),img[src=x],iframe,object,embed,base[href]:not([href="/"]),svg[onload],b > b,a[href^="javascript" i]'), ...[...document.querySelectorAll('*')].filter(e => e.getAttributeNames().some(n => n.startsWith('on')))]
            .map(e => e.outerHTML.slice(0, 120))
        """;

    /// <summary>Opens every fold.</summary>
    public Task UnfoldAll() => _page.EvaluateAsync("() => document.querySelectorAll('main details, #drawer details').forEach(d => d.open = true)");

    /// <summary>How many fields take text, the search aside.</summary>
    public Task<int> TextFields() => Fields.CountAsync();

    /// <summary>Replaces what stands in a field, and leaves it; what does not fit is cut off, as a browser does.</summary>
    public async Task Overwrite(int field, string text)
    {
        var one = Fields.Nth(field);
        var most = await one.GetAttributeAsync("maxlength") is { } length ? int.Parse(length, System.Globalization.CultureInfo.InvariantCulture) : text.Length;
        await one.FillAsync(text.Length <= most ? text : text[..most]);
        await one.BlurAsync();
    }

    /// <summary>Presses, says yes when there is a question, and waits until the page says what came of it.</summary>
    public async Task Send(string selector)
    {
        const string Said = ".toast, [role=alert], .em";
        var (yes, said) = (_page.Locator(".mud-dialog button.pri"), _page.Locator(Said));
        await _page.Locator(selector).First.ClickAsync();
        await Answered(yes.Or(said));
        if (await yes.CountAsync() > 0)
        {
            await yes.ClickAsync();
            await Answered(said);
        }
    }

    /// <summary>True for a field of a day: to send anything, that has to be one.</summary>
    public Task<bool> TakesDay(int field) => Fields.Nth(field).EvaluateAsync<bool>("field => field.closest('.mud-picker') !== null");

    private async Task Answered(ILocator locator)
    {
        try
        {
            await locator.First.WaitForAsync(new() { Timeout = 20_000 });
        }
        catch (TimeoutException)
        {
            await _page.ScreenshotAsync(new() { Path = _gallery.At("unanswered.png") });
            Assert.Fail($"{_page.Url} says nothing to what was sent:\n{await _page.Locator("body").InnerTextAsync()}");
        }
    }

    /// <summary>Elements that came out of a text.</summary>
    public async Task<IEnumerable<string>> Injected(string path) => (await _page.EvaluateAsync<string[]>(Foreign)).Select(element => $"{path}: {element}");

    private ILocator Fields => _page.Locator("main, #drawer").Locator(Typed);
}
