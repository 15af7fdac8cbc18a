using System.Globalization;
using System.Text;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Push;

namespace HuiminCoord.Server.Commands;

/// <summary>Writes messages for people, or as JSON lines for programs.</summary>
internal sealed class WatchPrinter(TextWriter output, bool json)
{
    /// <summary>Writes one message in one piece, and sees it out: who stops the program has seen everything that counts as printed.</summary>
    internal void Print(InboxDelivery from, InboxItem item)
    {
        output.Write(json ? Line(from, item) : Text(item));
        output.Flush();
    }

    private static string Line(InboxDelivery from, InboxItem item) =>
        JsonLine.Of(new { from.Campaign, from.Recipient, item.Seq, item.At, item.Kind, item.Title, item.Body, item.Slot, item.Data }) + "\n";

    private static string Text(InboxItem item)
    {
        var at = item.At.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{at}  {item.Title}  [{item.Seq}]\n"));
        foreach (var line in item.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append("    ").Append(line).Append('\n');
        }

        return text.ToString();
    }
}
