using System.CommandLine;
using HuiminCoord.Server.Serving;
using HuiminCoord.Server.Settings;

namespace HuiminCoord.Server.Commands;

/// <summary><c>api</c>: the OpenAPI document, to print or to keep.</summary>
internal static class ApiCommand
{
    internal static Command Create()
    {
        var write = new Option<FileInfo?>("--write") { Description = "Write it to this file instead of printing it." };
        var command = new Command("api", "Print the OpenAPI document of this version; clients are generated from it.") { write };
        command.SetAction((parsed, cancellation) => Run(parsed.GetValue(write), cancellation));
        return command;
    }

    private static async Task<int> Run(FileInfo? file, CancellationToken cancellation)
    {
        var plan = PlanFile.Shipped();
        var text = await DescribedApi.Write(plan.Require(), plan.Json, cancellation);
        if (file is null)
        {
            System.Console.Write(text);
            return ExitCode.Done;
        }

        try
        {
            await File.WriteAllTextAsync(file.FullName, text, cancellation);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefusedException($"{file}: {unwritable.Message}", unwritable);
        }

        return ExitCode.Done;
    }
}
