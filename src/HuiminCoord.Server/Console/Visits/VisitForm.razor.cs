using HuiminCoord.Server.Console.Uploads;
using System.Globalization;
using System.Security.Cryptography;
using HuiminCoord.Domain.Drafts;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Drafting;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Drafts;
using HuiminCoord.Server.Files;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Visits;

/// <summary>Writes down a visit. What is typed saves itself as a draft of one's own, until it is kept for all to read.</summary>
public sealed partial class VisitForm : ActingPart, IAsyncDisposable
{
    /// <summary>The group with its checklist.</summary>
    [Parameter]
    [EditorRequired]
    public required GroupLine Sheet { get; set; }

    /// <summary>The visit as it is kept; null = a new one.</summary>
    [Parameter]
    public VisitLine? Visit { get; set; }

    /// <summary>The plan in force.</summary>
    [Parameter]
    [EditorRequired]
    public required Plan Plan { get; set; }

    /// <summary>Shows rest days.</summary>
    [Parameter]
    [EditorRequired]
    public required WorkingCalendar Calendar { get; set; }

    /// <summary>It was kept, under this id.</summary>
    [Parameter]
    public EventCallback<string> Saved { get; set; }

    [Inject]
    private DraftBook Book { get; set; } = null!;

    [Inject]
    private UploadBook Uploads { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private DraftKeeper<VisitDraft>? Keeper { get; set; }

    private VisitDraft Draft { get; set; } = new(null, null, "", [], "", "", []);

    private bool Shows { get; set; }

    private IEnumerable<(string Value, string Text)> Units => Sheet.Units.Select(u => (u, GroupTexts.NameOf(Plan, u)));

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Draft = VisitDraft.Of(Visit, Sheet, ChinaTime.DateOf(Visitor.Now));
        if (Visitor.IsLive)
        {
            var form = new DraftForm($"visit/{Sheet.Id}/{Visit?.Id ?? VisitPage.Fresh}");
            Keeper = new(Book, Visitor, Time, DraftOwner.OfSeat(Visitor.Asker.Signature), form, () => _ = InvokeAsync(StateHasChanged));
            Draft = await Keeper.Open() ?? Draft;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Keeper?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Change(VisitDraft draft)
    {
        Draft = draft;
        Keeper?.Changed(draft);
    }

    private void Toggle(string line) => Change(Draft with { Lines = Draft.Lines.Contains(line) ? [.. Draft.Lines.Where(l => l != line)] : [.. Draft.Lines, line] });

    private async Task TakeTheirs() => Draft = await Keeper!.Yield();

    private async Task Send()
    {
        Shows = true;
        if (string.IsNullOrEmpty(Draft.Unit) || Draft.Day is not { } day || Draft.Place.Trim().Length == 0)
        {
            return;
        }

        var id = Visit?.Id;
        if (await Act(async () => await Keep(id ??= await OwnId(day), day, new UnitId(Draft.Unit))))
        {
            Toasts.Did(Words["supervision.visit.did"]);
            await Saved.InvokeAsync(id);
        }
        else if (Refused?.Code == "visit.changed")
        {
            // Told once; whoever saves again has seen what is there.
            Change(Draft with { Seen = Visit?.Revision });
        }
    }

    /// <summary>Words first, then what shows them: interrupted between, the draft still has the files.</summary>
    private async Task Keep(string id, DateOnly day, UnitId unit)
    {
        var draft = Draft;
        var files = await Uploads.Named(Desk.Campaign, draft.Files, Visitor);
        await Desk.ToSupervision("recordVisit", Sheet.Id, new SupervisionCommand.RecordVisit(id, day, unit, draft.Place, draft.Lines, draft.Achievements, draft.Highlights, draft.Seen));
        if (files is { Count: > 0 })
        {
            await Desk.ToSupervision("addVisitFiles", Sheet.Id, new SupervisionCommand.AddFiles(id, files));
        }

        Draft = draft with { Files = [], Id = null, Seen = null };
        if (Keeper is not null)
        {
            await Keeper.Discard();
        }
    }

    /// <summary>v20200918-3fa9: kept with the draft before it is used, and unlike that of somebody else who writes down a visit at the same time.</summary>
    private async Task<string> OwnId(DateOnly day)
    {
        if (Draft.Id is { } tried)
        {
            return tried;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"v{day:yyyyMMdd}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}");
        Change(Draft with { Id = id });
        if (Keeper is not null)
        {
            await Keeper.Save();
        }

        return id;
    }
}
