using HuiminCoord.Server.Tests.Onboarding;
using Microsoft.Playwright;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>A person before a screen: visits, reads, types, presses. What a browser complains about fails the test.</summary>
internal sealed partial class PersonAtScreen
{
    private readonly IPage _page;
    private readonly bool _scripts;
    private readonly Gallery _gallery;
    private readonly List<string> _faults;
    private Uri? _last;

    /// <param name="page">The browser's page.</param>
    /// <param name="scripts">True when the browser runs scripts.</param>
    /// <param name="gallery">Where pictures go.</param>
    /// <param name="faults">What is found wrong is added here.</param>
    public PersonAtScreen(IPage page, bool scripts, Gallery gallery, List<string> faults)
    {
        (_page, _scripts, _gallery, _faults) = (page, scripts, gallery, faults);
        page.Console += (_, said) => Complain(said);
        page.Dialog += (_, dialog) => Complain(dialog);
    }

    /// <summary>The authenticator app of somebody who activates an account.</summary>
    public AuthenticatorApp? App { get; set; }

    public Uri Place => new(_page.Url);

    /// <summary>Goes to an address, or to a path of the server that was visited last.</summary>
    public async Task Visit(string address)
    {
        _last = address.StartsWith('/') ? new Uri(_last!, address) : new Uri(address);
        await _page.GotoAsync(_last.AbsoluteUri);
    }

    /// <summary>Has the cookie of a session.</summary>
    public Task Hold(Uri server, string session) => _page.Context.AddCookiesAsync([new() { Name = "huimin-session", Value = session, Url = server.AbsoluteUri }]);

    /// <summary>Waits until a live page has its circuit: before it nothing on it does anything.</summary>
    public async Task Connected()
    {
        if (await _page.Locator("#components-reconnect-modal").CountAsync() > 0)
        {
            await Assertions.Expect(_page.Locator(".conn")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        }

        await MissesAll("[aria-busy=true]");
    }

    /// <summary>Types into fields by their names.</summary>
    public async Task Fill(params string[] namesAndTexts)
    {
        foreach (var pair in namesAndTexts.Chunk(2))
        {
            await _page.Locator($"[name='{pair[0]}']").FillAsync(pair[1]);
        }
    }

    /// <summary>Chooses in a live page, whose fields have ids and no names.</summary>
    public Task ChooseIn(string selector, string text) => _page.Locator(selector).SelectOptionAsync(new SelectOptionValue { Label = text });

    public Task Choose(string name, string text) => _page.Locator($"select[name='{name}']").SelectOptionAsync(new SelectOptionValue { Label = text });

    public Task Tick(string label) => _page.GetByLabel(label).CheckAsync();

    public Task Upload(string name, string file) => _page.Locator($"[name='{name}']").SetInputFilesAsync(file);

    /// <param name="button">What stands on it.</param>
    /// <param name="visible">False for a button that a fold hides until it is opened.</param>
    public async Task Press(string button, bool visible = true)
    {
        if (!visible)
        {
            await _page.Locator("summary").First.ClickAsync();
        }

        await _page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
    }

    /// <summary>Sends the form with this handler, whatever language its button speaks.</summary>
    public Task Submit(string handler) => _page.Locator($"form:has(input[name='_handler'][value='{handler}']) button.pri").ClickAsync();

    /// <summary>What is written on whatever has the focus.</summary>
    public Task<string> Focused() => _page.EvaluateAsync<string>("() => document.activeElement.innerText");

    public Task Write(string text) => _page.Keyboard.TypeAsync(text);

    /// <summary>Looks at a page of nobody's, as a mail is shown.</summary>
    public async Task ReadMail(string html)
    {
        await _page.GotoAsync("about:blank");
        await _page.SetContentAsync(html);
    }

    public Task Follow(string link) => _page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    public Task Type(string key) => _page.Keyboard.PressAsync(key);

    /// <summary>The same for one element; waits until it is there.</summary>
    public async Task Sees(string selector, string text) => await Assertions.Expect(_page.Locator(selector)).ToContainTextAsync(text, new() { Timeout = 20_000 });

    /// <summary>Waits until there is none.</summary>
    public async Task MissesAll(string selector) => await HasCount(selector, 0);

    /// <summary>Presses what a selector finds.</summary>
    public Task Click(string selector) => _page.Locator(selector).ClickAsync();

    /// <summary>Types into what a selector finds, key by key.</summary>
    public async Task TypeInto(string selector, string text)
    {
        await _page.Locator(selector).FillAsync("");
        await _page.Locator(selector).PressSequentiallyAsync(text);
    }

    /// <summary>Waits until a field holds this.</summary>
    public Task Holds(string selector, string text) => Assertions.Expect(_page.Locator(selector)).ToHaveValueAsync(text, new() { Timeout = 20_000 });

    /// <summary>What a field holds.</summary>
    public Task<string> ValueOf(string selector) => _page.Locator(selector).InputValueAsync();

    public async Task Sees(string text) => await Assertions.Expect(_page.Locator("body")).ToContainTextAsync(text, new() { Timeout = 20_000 });

    /// <summary>Fetches a file with one's own session; what is in it.</summary>
    public async Task<string> Download(string? path) => System.Text.Encoding.UTF8.GetString(await Fetch(path));

    /// <summary>The same, byte by byte.</summary>
    public async Task<byte[]> Fetch(string? path)
    {
        var answer = await _page.Context.APIRequest.GetAsync(new Uri(_last!, path).AbsoluteUri);
        Assert.True(answer.Ok, $"{path}: {answer.Status}");
        Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
        return await answer.BodyAsync();
    }

    /// <summary>Waits until it is to be seen.</summary>
    public async Task SeesSomething(string selector) => await Assertions.Expect(_page.Locator(selector)).ToBeVisibleAsync(new() { Timeout = 20_000 });

    /// <summary>Waits until it is not to be seen.</summary>
    public async Task SeesNothing(string selector) => await Assertions.Expect(_page.Locator(selector)).ToBeHiddenAsync(new() { Timeout = 20_000 });

    /// <summary>Waits until there are so many.</summary>
    public async Task HasCount(string selector, int count) => await Assertions.Expect(_page.Locator(selector)).ToHaveCountAsync(count, new() { Timeout = 20_000 });

    public Task<int> CountOf(string selector) => _page.Locator(selector).CountAsync();

    public Task<string?> Attribute(string selector, string name) => _page.Locator(selector).GetAttributeAsync(name);

    /// <summary>Chooses a file that is made on the spot.</summary>
    public Task Attach(string selector, string name, string content) =>
        _page.Locator(selector).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(content) });

    public async Task<string> TextOf(string selector) => (await _page.Locator(selector).First.InnerTextAsync()).Trim();

    /// <summary>Comes back until the page says it: registers follow a command a moment later.</summary>
    public async Task Until(string path, string text)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            await Visit(path);
            if ((await _page.Locator("body").InnerTextAsync()).Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"{path} never says {text}.");
    }

    /// <summary>Looks at the page as it is, on a desk and on a phone: takes pictures, and finds what nobody could read or reach.</summary>
    /// <param name="picture">What to call the pictures; null looks at nothing.</param>
    /// <param name="mock">The drawing that the desk's picture follows.</param>
    /// <param name="phoneMock">The same for the phone's.</param>
    public async Task Look(string? picture, string? mock = null, string? phoneMock = null)
    {
        if (picture is null)
        {
            return;
        }

        if (_scripts)
        {
            await Connected(); // while a page gets its circuit it is drawn anew
        }

        await MissesAll("[aria-busy=true]");
        await _page.EvaluateAsync("() => document.getAnimations().filter(a => a.effect.getTiming().iterations !== Infinity).forEach(a => a.finish())");
        await Inspect($"{picture} (desk)");
        await _page.ScreenshotAsync(new() { Path = _gallery.At($"{picture}.png"), FullPage = true, Caret = ScreenshotCaret.Initial });
        _gallery.Add($"{picture}.png", mock);
        await _page.SetViewportSizeAsync(390, 844);
        await Inspect($"{picture} (phone)");
        await _page.ScreenshotAsync(new() { Path = _gallery.At($"{picture}-phone.png"), FullPage = true, Caret = ScreenshotCaret.Initial });
        _gallery.Add($"{picture}-phone.png", phoneMock);
        await _page.SetViewportSizeAsync(1366, 768);
    }

    /// <summary>Prints the page; its sheets in points, width and height.</summary>
    public async Task<IReadOnlyList<(double Width, double Height)>> Print(string picture)
    {
        var pdf = await _page.PdfAsync(new() { Path = _gallery.At($"{picture}.pdf"), PreferCSSPageSize = true });
        await _page.EmulateMediaAsync(new() { Media = Media.Print });
        await _page.SetViewportSizeAsync(559, 794);
        await _page.ScreenshotAsync(new() { Path = _gallery.At($"{picture}-print.png"), FullPage = true });
        await _page.EmulateMediaAsync(new() { Media = Media.Null });
        await _page.SetViewportSizeAsync(1366, 768);
        return [.. Sheet().Matches(System.Text.Encoding.Latin1.GetString(pdf)).Select(m => (Points(m.Groups[1].Value), Points(m.Groups[2].Value)))];
    }

    private async Task Inspect(string where)
    {
        _faults.AddRange((await _page.EvaluateAsync<string[]>(PageInspection.Script)).Select(fault => $"{where}: {fault}"));
        if (_scripts)
        {
            // A browser that runs no script never ends this one.
            _faults.AddRange((await Accessibility.Faults(_page)).Select(fault => $"{where}: {fault}"));
        }
    }

    /// <summary>A status of 4xx of the page itself is no complaint: refusals are part of the walk.</summary>
    private void Complain(IConsoleMessage said)
    {
        if (said.Type is "error" or "warning" && !said.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            _faults.Add($"{_page.Url}: {said.Text}");
        }
    }

    /// <summary>No page of ours asks by the browser's own boxes: something that was only text has run.</summary>
    private void Complain(IDialog dialog)
    {
        _faults.Add($"{_page.Url}: a box that says {dialog.Message}");
        _ = dialog.DismissAsync();
    }

    private static double Points(string number) => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

    [System.Text.RegularExpressions.GeneratedRegex(@"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")]
    private static partial System.Text.RegularExpressions.Regex Sheet();
}
