using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A text as a QR code, drawn into the page: nothing is fetched, nothing leaves the server.</summary>
public sealed partial class QrPicture : PagePart
{
    private int _side;

    /// <summary>What a camera reads.</summary>
    [Parameter]
    [EditorRequired]
    public required string Text { get; set; }

    /// <summary>What it is, for those who do not see it.</summary>
    [Parameter]
    [EditorRequired]
    public required string Label { get; set; }

    private string Modules { get; set; } = "";

    private string ViewBox => string.Create(CultureInfo.InvariantCulture, $"0 0 {_side} {_side}");

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        _side = code.ModuleMatrix.Count;
        Modules = Path(code);
    }

    /// <summary>One rectangle for each run of dark modules in a row; the quiet zone is part of the matrix.</summary>
    private static string Path(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var start = x;
                while (x < row.Count && row[x])
                {
                    x++;
                }

                path.Append(x > start ? string.Create(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z") : "");
            }
        }

        return path.ToString();
    }
}
