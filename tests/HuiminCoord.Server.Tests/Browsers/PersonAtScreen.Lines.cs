using Microsoft.Playwright;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>A person with a bad line: what they send goes through, or not.</summary>
internal sealed partial class PersonAtScreen
{
    private const string Sending = "**/uploads/**";

    /// <summary>Chooses photographs.</summary>
    public Task Attach(string selector, params (string Name, byte[] Content)[] photographs) =>
        _page.Locator(selector).SetInputFilesAsync(photographs.Select(p => new FilePayload { Name = p.Name, MimeType = "image/jpeg", Buffer = p.Content }));

    /// <summary>Has a line that breaks after so many pieces, until <see cref="HasLine"/>; each piece's offset is written down.</summary>
    public Task LosesLine(int after, IList<int> offsets) => _page.RouteAsync(Sending, async route =>
    {
        var piece = route.Request.Url.Contains("/pieces", StringComparison.Ordinal);
        if (offsets.Count >= after)
        {
            await route.AbortAsync("internetdisconnected");
            return;
        }

        if (piece)
        {
            offsets.Add(int.Parse(route.Request.Url.Split("offset=")[1], System.Globalization.CultureInfo.InvariantCulture));
        }

        await route.ContinueAsync();
    });

    /// <summary>Has a line again, and the browser says so.</summary>
    public async Task HasLine(IList<int> offsets)
    {
        await _page.UnrouteAsync(Sending);
        await LosesLine(int.MaxValue, offsets);
        await _page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
    }

    /// <summary>The page's own connection is as good as gone: nothing can be named to it.</summary>
    public Task IsCutOff() => _page.EvaluateAsync(
        "() => document.getElementById('components-reconnect-modal').dispatchEvent(new CustomEvent('components-reconnect-state-changed', { detail: { state: 'show' } }))");
}
