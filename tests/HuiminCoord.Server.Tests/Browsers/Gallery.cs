using System.Net;
using System.Text;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>The pictures of one test on one page, each beside the drawing that it follows: for people to look at, never committed.</summary>
internal sealed class Gallery(string folder)
{
    private static readonly string Mocks = Path.Combine(AppContext.BaseDirectory, "Browsers", "Mocks");

    private readonly List<(string Picture, string? Mock)> _pictures = [];

    internal string Folder { get; } = folder;

    internal string At(string file) => Path.Combine(Folder, file);

    /// <param name="picture">A file here.</param>
    /// <param name="mock">The name of a drawing; null where none was made.</param>
    internal void Add(string picture, string? mock)
    {
        if (mock is not null)
        {
            Assert.True(File.Exists(Path.Combine(Mocks, mock + ".png")), $"There is no drawing {mock}.");
        }

        _pictures.Add((picture, mock));
    }

    internal async Task Write()
    {
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Pages and drawings</title><style>body{font:14px sans-serif}figure{display:grid;grid-template-columns:1fr 1fr;gap:8px}img{max-width:100%;border:1px solid #ccc}</style>");
        foreach (var (picture, mock) in _pictures)
        {
            var drawing = mock is null ? "" : $"<img alt=\"drawing\" src=\"{new Uri(Path.Combine(Mocks, mock + ".png")).AbsoluteUri}\">";
            page.Append($"<h2>{WebUtility.HtmlEncode(picture)}</h2><figure><img alt=\"page\" src=\"{Uri.EscapeDataString(picture)}\">{drawing}</figure>");
        }

        await File.WriteAllTextAsync(At("index.html"), page.ToString(), CancellationToken.None);
    }
}
