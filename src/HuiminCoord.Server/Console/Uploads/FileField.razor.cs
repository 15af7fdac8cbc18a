using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Files;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Files;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace HuiminCoord.Server.Console.Uploads;

/// <summary>Files that will be attached: each is taken in at once, and what cannot be is said by its name.</summary>
public sealed partial class FileField : PagePart
{
    private const int MostAtOnce = FileRules.MostFiles;
    private const string Accepted = ".pdf,.doc,.docx,.xls,.xlsx,.wps,.et,.ofd,.jpg,.jpeg,.png,.txt,.csv";

    /// <summary>Of what is chosen; its help has this with <c>-help</c> behind it.</summary>
    [Parameter]
    [EditorRequired]
    public required string Id { get; set; }

    /// <summary>Those that are there.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<DraftFile> Files { get; set; }

    /// <summary>One was taken in.</summary>
    [Parameter]
    [EditorRequired]
    public required EventCallback<DraftFile> Added { get; set; }

    /// <summary>One is not wanted any more.</summary>
    [Parameter]
    [EditorRequired]
    public required EventCallback<DraftFile> Removed { get; set; }

    /// <summary>What belongs here.</summary>
    [Parameter]
    public string Help { get; set; } = "";

    [Inject]
    private FileStore Store { get; set; } = null!;

    [Inject]
    private Desk Desk { get; set; } = null!;

    private string? Taking { get; set; }

    private List<(string Name, Refusal Refusal)> Refusals { get; } = [];

    private async Task Take(InputFileChangeEventArgs chosen)
    {
        Refusals.Clear();
        if (FileRules.RefuseCount(chosen.FileCount) is { } tooMany)
        {
            Refusals.Add((Words["files.label"], tooMany));
            return;
        }

        foreach (var file in chosen.GetMultipleFiles(MostAtOnce))
        {
            await Take(file);
        }

        Taking = null;
    }

    private async Task Take(IBrowserFile file)
    {
        Taking = file.Name;
        StateHasChanged();
        try
        {
            Visitor.Require("uploadFile");
            if (FileRules.RefuseLarge(file.Size) is { } tooLarge)
            {
                throw new RefusedException(tooLarge);
            }

            await using var sent = file.OpenReadStream(FileRules.MostBytes, Visitor.Gone);
            var kept = await Store.Put(Desk.Campaign, sent, file.Name, Visitor.Asker, Visitor.Gone);
            await Added.InvokeAsync(new DraftFile(kept.Hash, kept.Name, kept.Size));
        }
        catch (RefusedException refused)
        {
            Refusals.Add((file.Name, refused.Refusal));
        }
    }
}
