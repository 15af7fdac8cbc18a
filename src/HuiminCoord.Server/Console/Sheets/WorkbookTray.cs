using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Reporting;

namespace HuiminCoord.Server.Console.Sheets;

/// <summary>Workbooks that were read a moment ago and wait until their page asks for them: what they say, never the files.</summary>
/// <remarks>In this process alone, as the page itself is: whoever has a page here has their requests come here, too. What is lost with it was stored nowhere.</remarks>
internal sealed class WorkbookTray(TimeProvider time)
{
    /// <summary>All that wait at once; beyond it the oldest goes.</summary>
    internal const int Most = 100;

    /// <summary>A page that has lost its connection for longer is loaded anew and knows of no workbook.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    private readonly Lock _changing = new();
    private readonly List<(string Name, string By, string Unit, string Duty, WorkbookLook Look, DateTimeOffset At)> _waiting = [];

    /// <summary>Puts one down; the answer is the name under which its page asks for it.</summary>
    internal string Put(Asker by, string unit, string duty, WorkbookLook look)
    {
        var (name, now) = (Secrets.NewId(), time.GetUtcNow());
        lock (_changing)
        {
            _waiting.RemoveAll(w => now - w.At > KeptFor);
            _waiting.RemoveRange(0, Math.Max(0, _waiting.Count - Most + 1));
            _waiting.Add((name, by.Signature, unit, duty, look, now));
        }

        return name;
    }

    /// <summary>Takes it away; null when there is none of this name, or it is somebody else's or another report's.</summary>
    internal WorkbookLook? Take(string name, Asker by, string unit, string duty)
    {
        lock (_changing)
        {
            var at = _waiting.FindIndex(w => w.Name == name && w.By == by.Signature && w.Unit == unit && w.Duty == duty && time.GetUtcNow() - w.At <= KeptFor);
            if (at < 0)
            {
                return null;
            }

            var look = _waiting[at].Look;
            _waiting.RemoveAt(at);
            return look;
        }
    }
}
