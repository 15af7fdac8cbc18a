using System.Globalization;
using System.Text;

namespace HuiminCoord.Server.Tests.Telemetry;

/// <summary>One trace as an indented tree with the start and length of each span, in milliseconds after the trace's first.</summary>
internal static class TraceTree
{
    internal static string Of(IReadOnlyList<ExportedSpan> spans, string trace)
    {
        var all = spans.Where(s => s.Trace == trace).OrderBy(s => s.Start).ToList();
        var text = new StringBuilder();
        foreach (var root in all.Where(s => all.TrueForAll(p => p.Id != s.Parent)))
        {
            Write(root, 0);
        }

        return text.ToString();

        void Write(ExportedSpan span, int depth)
        {
            var at = (span.Start - all[0].Start) / 1e6;
            text.Append(CultureInfo.InvariantCulture, $"{at,8:0.0} ms {span.Duration.TotalMilliseconds,8:0.0} ms  {new string(' ', depth * 2)}{span.Name}  [{span.Source}]\n");
            foreach (var child in all.Where(s => s.Parent == span.Id))
            {
                Write(child, depth + 1);
            }
        }
    }
}
