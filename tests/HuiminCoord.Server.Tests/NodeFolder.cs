using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace HuiminCoord.Server.Tests;

/// <summary>A folder of <c>tests</c> with a <c>package.json</c>: exactly the locked packages, and programs that run in it.</summary>
internal sealed class NodeFolder
{
    private static readonly string Tests = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, ".."));

    private readonly Lazy<Task> _installed;

    /// <param name="name">Of the folder.</param>
    internal NodeFolder(string name)
    {
        Place = Path.Combine(Tests, name);
        _installed = new(Install);
    }

    /// <summary>Where it is.</summary>
    internal string Place { get; }

    /// <summary>Has the packages; once for all tests.</summary>
    internal Task Installed => _installed.Value;

    internal string Lock => Path.Combine(Place, "package-lock.json");

    internal Task<(int Code, string Said)> Run(string program, params string[] arguments) => Run(new ProcessStartInfo(program, arguments));

    internal async Task<(int Code, string Said)> Run(ProcessStartInfo start)
    {
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (Place, true, true);
        using var process = Start(start);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    private async Task Install()
    {
        var (installed, why) = await Run("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error");
        Assert.True(installed == 0, $"npm ci failed; it needs a network once:\n{why}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"These tests need Node.js 18 or later with npm: '{start.FileName}' was not found. Install it with: apt-get install -y nodejs npm", missing);
        }
    }

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
