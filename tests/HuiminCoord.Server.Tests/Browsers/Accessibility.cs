using System.Text.Json;
using Microsoft.Playwright;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>axe-core (<c>tests/accessibility</c>): the rules of WCAG 2.2 A and AA that a program can check, on a page as it stands in a browser.</summary>
internal static class Accessibility
{
    internal static readonly NodeFolder Folder = new("accessibility");

    private const string Check =
        """
        async () => {
          const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] });
          return found.violations.map(v => `${v.id} (${v.impact}): ${v.nodes.slice(0, 4).map(n => `${n.target.join(' ')} ${(n.any[0] || n.all[0] || n.none[0] || {}).message || ''}`).join(' | ')}`);
        }
        """;

    private static readonly Lazy<Task<string>> Axe = new(Read);

    /// <summary>What a page breaks, a line each.</summary>
    internal static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        // Half a megabyte goes to a page once, not at every look.
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(await Axe.Value);
        }

        return JsonSerializer.Deserialize<string[]>((await page.EvaluateAsync<JsonElement>(Check)).GetRawText())!;
    }

    private static async Task<string> Read()
    {
        await Folder.Installed;

        // The last line gives the browser nothing to send back.
        return await File.ReadAllTextAsync(Path.Combine(Folder.Place, "node_modules", "axe-core", "axe.min.js"), TestContext.Current.CancellationToken) + "\n;0";
    }
}
