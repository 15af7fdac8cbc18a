using HuiminCoord.Domain.Files;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Circuits;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Files;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HuiminCoord.Server.Console.Uploads;

/// <summary>Files that will be attached: the browser sends each in pieces as soon as it is chosen, and names it here when it is whole.</summary>
/// <remarks>
/// They do not go through the page's connection: over a bad line that is lost first. <c>uploads.js</c> goes on meanwhile and names what
/// has arrived to whichever page stands at the same place afterwards. A button that <c>data-waits-for</c> this waits until all are there.
/// </remarks>
public sealed partial class FileField : PagePart, IDisposable
{
    private const string Accepted = ".pdf,.doc,.docx,.xls,.xlsx,.wps,.et,.ofd,.jpg,.jpeg,.png,.txt,.csv";

    /// <summary>What the browser says of a file on its way.</summary>
    private static readonly string[] Said = ["again", "cancel", "cancelOne", "close", "closeOne", "done", "failed", "lost", "notYet", "sending", "unreadable", "waiting"];

    private DotNetObjectReference<FileField>? _self;

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
    private UploadBook Uploads { get; set; } = null!;

    [Inject]
    private Desk Desk { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    /// <summary>The browser names a file that has arrived; false when it is none of this side's.</summary>
    [JSInvokable]
    public async Task<bool> Take(string hash)
    {
        if (await Uploads.Find(Desk.Campaign, hash, Visitor.Asker, Visitor.Gone) is not { } file)
        {
            return false;
        }

        await Added.InvokeAsync(new DraftFile(file.Hash, file.Name, file.Size));
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _self?.Dispose();

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            var words = Said.ToDictionary(w => w, w => Words[$"files.{w}"]);
            words["tooMany"] = RefusalWords.Say(FileRules.RefuseCount(FileRules.MostFiles + 1)!, Words.Language).Detail;
            await Browser.InvokeVoidAsync("huimin.uploads", Id, Visitor.Asker.Signature, FileRules.MostFiles, words, _self);
        }
    }
}
