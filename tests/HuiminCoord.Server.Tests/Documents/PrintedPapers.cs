namespace HuiminCoord.Server.Tests.Documents;

/// <summary>The sample papers, printed to PDF by an office program; once for all tests that look at them.</summary>
public sealed class PrintedPapers : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("papers-").FullName;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var files = SamplePapers.Kinds.Concat(SampleReports.Kinds).Select(kind => Path.Combine(_folder, $"{kind.Data}.docx")).ToList();
        foreach (var file in files)
        {
            await File.WriteAllBytesAsync(file, Make(Path.GetFileNameWithoutExtension(file)));
        }

        await OfficeProgram.Print(_folder, files);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc cref="OfficeProgram.Pages(string)"/>
    internal Task<string[]> Pages(string kind) => OfficeProgram.Pages(Path.Combine(_folder, $"{kind}.pdf"));

    private static byte[] Make(string kind) => SampleReports.Kinds.Any(k => k.Data == kind) ? SampleReports.Make(kind) : SamplePapers.Make(kind);
}
