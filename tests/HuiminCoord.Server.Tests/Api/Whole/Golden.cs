using System.Runtime.CompilerServices;
using System.Text;

namespace HuiminCoord.Server.Tests.Api.Whole;

/// <summary>A committed file that says what the code says. <c>tests/golden.sh</c> writes them all anew.</summary>
internal static class Golden
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", ".."));

    /// <summary>True while files are written anew instead of being compared.</summary>
    internal static bool Writing => Environment.GetEnvironmentVariable("HUIMINCOORD_GOLDEN") == "write";

    internal static string At(string path) => Path.Combine(Root, path);

    internal static Task Write(string path, string text) => File.WriteAllTextAsync(At(path), text, new UTF8Encoding(false));

    /// <summary>Fails with the lines that differ; with what is around them, so that they can be found.</summary>
    internal static void Same(string path, string committed, string now)
    {
        if (committed == now)
        {
            return;
        }

        var (old, fresh) = (committed.Split('\n'), now.Split('\n'));
        var start = old.Zip(fresh).TakeWhile(l => l.First == l.Second).Count();
        var end = old.Reverse().Zip(fresh.Reverse()).TakeWhile(l => l.First == l.Second).Take(Math.Min(old.Length, fresh.Length) - start).Count();
        var before = old[Math.Max(0, start - 3)..start].Select(l => "  " + l);
        var removed = old[start..(old.Length - end)].Take(40).Select(l => "- " + l);
        var added = fresh[start..(fresh.Length - end)].Take(40).Select(l => "+ " + l);
        Assert.Fail($"{path} is not what the code says (from line {start + 1}). If the change is meant, run tests/golden.sh and review the diff.\n{string.Join('\n', before.Concat(removed).Concat(added))}");
    }

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
