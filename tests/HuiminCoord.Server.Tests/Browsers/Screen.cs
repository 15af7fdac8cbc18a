using HuiminCoord.Server.Tests.Console;
using Microsoft.Playwright;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>Debian's Chromium, without a window. Each person has a browser of their own; it runs scripts for those alone who work on live pages.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly List<string> _faults = [];
    private readonly Gallery _gallery;

    private Screen(IPlaywright playwright, IBrowser browser, string pictures) => (_playwright, _browser, _gallery) = (playwright, browser, new(pictures));

    /// <summary>Where pictures of pages are kept for people to look at: beside the tests, never committed.</summary>
    public string Pictures => _gallery.Folder;

    public static async Task<Screen> Open(string name)
    {
        Assert.True(File.Exists(Chromium), $"{Chromium} is missing: install the package 'chromium'.");
        var pictures = Path.Combine(AppContext.BaseDirectory, "screens", name);
        Directory.CreateDirectory(pictures);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--lang=zh-CN", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return new(playwright, browser, pictures);
    }

    /// <summary>Somebody with a browser of their own.</summary>
    /// <param name="language">What the browser asks for.</param>
    /// <param name="scripts">True for whoever works on live pages.</param>
    public async Task<PersonAtScreen> Person(string language = "zh-CN", bool scripts = false)
    {
        var context = await _browser.NewContextAsync(new() { Locale = language, JavaScriptEnabled = scripts, ViewportSize = new() { Width = 1366, Height = 768 } });
        return new PersonAtScreen(await context.NewPageAsync(), scripts, _gallery, _faults);
    }

    /// <summary>Somebody who sits in a seat, before a page of it; the session was opened without a password.</summary>
    public async Task<PersonAtScreen> Seated(TestServer server, string seat, string path = "/home", string language = "zh-CN")
    {
        var person = await Person(language, scripts: true);
        await person.Hold(server.Url, await PageVisitor.SessionOf(server, seat));
        await person.Visit(new Uri(server.Url, path).AbsoluteUri);
        await person.Connected();
        return person;
    }

    /// <summary>Fails for everything that was found wrong with any page; nobody has to come back for the next fault.</summary>
    public void HasNoFaults() => Assert.True(_faults.Count == 0, $"{_faults.Count} faults:\n{string.Join('\n', _faults.Distinct())}");

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _gallery.Write();
    }
}
