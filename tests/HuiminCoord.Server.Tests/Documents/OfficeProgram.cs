using System.ComponentModel;
using System.Diagnostics;

namespace HuiminCoord.Server.Tests.Documents;

/// <summary>An office program that is not ours prints our papers: what it cannot open without repair, or prints otherwise, is wrong.</summary>
internal static class OfficeProgram
{
    /// <summary>Prints papers to PDF beside them.</summary>
    internal static Task Print(string folder, IEnumerable<string> files) => Save(folder, "pdf", folder, files);

    /// <summary>Opens files of a folder and saves them in another form beside them; as XLSX in a folder <c>saved</c>, since there they are already.</summary>
    internal static Task Convert(string folder, string form, params string[] files) => Save(folder, form, form == "xlsx" ? Path.Combine(folder, "saved") : folder, files.Select(f => Path.Combine(folder, f)));

    /// <summary>The text of each page, without blanks: where an office program puts them depends on its fonts.</summary>
    internal static async Task<string[]> Pages(string pdf)
    {
        var text = await Run("pdftotext", ["-layout", pdf, "-"]);
        return [.. text.TrimEnd('\f').Split('\f').Select(page => string.Concat(page.Where(c => !char.IsWhiteSpace(c))))];
    }

    /// <summary>One paper, printed and read.</summary>
    internal static async Task<string[]> Pages(byte[] paper)
    {
        var folder = Directory.CreateTempSubdirectory("paper-").FullName;
        try
        {
            var file = Path.Combine(folder, "paper.docx");
            await File.WriteAllBytesAsync(file, paper);
            await Print(folder, [file]);
            return await Pages(Path.ChangeExtension(file, "pdf"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<string> Save(string folder, string form, string to, IEnumerable<string> files) =>
        // A profile of its own: a second office program with the same one would hand the work over to the first.
        Run("soffice", [$"-env:UserInstallation={new Uri(Path.Combine(folder, "profile"))}", "--headless", "--convert-to", form, "--outdir", to, .. files]);

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
            throw new InvalidOperationException($"'{program}' was not found. Install it with: apt-get install -y libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-noto-cjk", missing);
        }
    }
}
