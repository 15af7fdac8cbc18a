using System.ComponentModel;
using System.Diagnostics;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>The sample papers, printed to PDF by an office program; once for all tests that look at them.</summary>
public sealed class PrintedPapers : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("papers-").FullName;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var files = SamplePapers.Kinds.Select(kind => Path.Combine(_folder, $"{kind.Data}.docx")).ToList();
        foreach (var file in files)
        {
            await File.WriteAllBytesAsync(file, SamplePapers.Make(Path.GetFileNameWithoutExtension(file)));
        }

        // A profile of its own: a second office program with the same one would hand the work over to the first.
        var profile = $"-env:UserInstallation={new Uri(Path.Combine(_folder, "profile"))}";
        await Run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", _folder, .. files]);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The text of each page, without blanks: where an office program puts them depends on its fonts.</summary>
    internal async Task<string[]> Pages(string kind)
    {
        var text = await Run("pdftotext", ["-layout", Path.Combine(_folder, $"{kind}.pdf"), "-"]);
        return [.. text.TrimEnd('\f').Split('\f').Select(page => string.Concat(page.Where(c => !char.IsWhiteSpace(c))))];
    }

    private static async Task<string> Run(string program, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"'{program}' was not found. Install it with: apt-get install -y libreoffice-writer-nogui poppler-utils fonts-noto-cjk", missing);
        }
    }
}
