using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Meetings;

/// <summary>提议会议: kind, time, place and members. Nobody is told before the notice, so nothing is confirmed here.</summary>
public sealed partial class ProposeForm : DatedForm
{
    private bool _named;

    /// <summary>What was filled in for the kind: what people changed stays when they choose another.</summary>
    private ArrangementDraft _filled = new();

    /// <summary>All meetings so far: titles count on, and no id is used twice.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<MeetingLine> Known { get; set; }

    /// <summary>The kind with which the form opens.</summary>
    [Parameter]
    public MeetingKind First { get; set; }

    private ArrangementDraft Draft { get; set; } = new();

    private MeetingKind Kind { get; set; }

    private string? Holder { get; set; }

    /// <summary>The unit that a unit's seat proposes for: its own, always.</summary>
    private UnitId? Own => Visitor.Asker.Standing.Seat.Unit;

    private bool Shows { get; set; }

    /// <summary>推进会 and 调度会 are held by a unit, the others by the joint meeting.</summary>
    private bool IsOfUnit => Kind.IsHeldByUnits();

    private UnitId? HeldBy => IsOfUnit && Holder is { Length: > 0 } holder ? new UnitId(holder) : null;

    /// <summary>Of its kind and holder, and not cancelled: they count on apart.</summary>
    private IEnumerable<DateOnly> Before => Known.Where(m => m.Kind == Kind && m.Unit == HeldBy && m.Stage != MeetingStage.Cancelled).Select(m => m.Day);

    private IEnumerable<(string Value, string Text)> Kinds => Enum.GetValues<MeetingKind>().Where(k => Own is null || k.IsHeldByUnits() || k == MeetingKind.Topic).Select(k => (k.ToString(), new MeetingTexts(Words).Kind(k)));

    private IEnumerable<(string Value, string Text)> Holders => Plan.Units.Select(u => (u.Id.Value, u.Name));

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        (Kind, Holder) = (Own is not null && !First.IsHeldByUnits() ? MeetingKind.Advance : First, Own?.Value);
        (Draft, _filled) = (Planned(), Planned());
        Title();
    }

    private ArrangementDraft Planned() => ArrangementDraft.Of(
        MeetingDefaults.Of(Kind, Plan), Plan, Cadence.Unproposed(Kind, Plan, Calendar, Today, Before), IsOfUnit, HeldBy);

    private void ChooseKind(string? kind)
    {
        Kind = Enum.TryParse<MeetingKind>(kind, out var chosen) && Enum.IsDefined(chosen) ? chosen : MeetingKind.Plenary;
        Refill();
    }

    private void ChooseHolder(string? holder)
    {
        Holder = holder;
        Refill();
    }

    private void Refill()
    {
        var planned = Planned();
        Draft.Follow(_filled, planned);
        _filled = planned;
        Title();
    }

    /// <summary>2020年第3次全体会议, until somebody types another.</summary>
    private void Title()
    {
        if (_named)
        {
            return;
        }

        Draft.Title = MeetingDefaults.Title(MeetingDefaults.Of(Kind, Plan), Draft.Day ?? Today, Before);
    }

    private async Task Send()
    {
        Shows = true;
        if (Draft.StartsAt is not { } startsAt)
        {
            return;
        }

        var (id, unit) = (NewId(ChinaTime.DateOf(startsAt)), HeldBy);
        var arrangement = Draft.Read(Plan, startsAt);
        await Carry(() => Desk.ToMeeting("proposeMeeting", id, new MeetingCommand.Propose(Kind, unit, arrangement)), Words["meetings.propose.did", arrangement.Title]);
        if (Refused is null)
        {
            Navigation.NavigateTo($"/meetings/{id}");
        }
    }

    /// <summary>plenary-20201204, jiaoyu-advance-20201204; the second of its kind on one day gets a 2 behind it.</summary>
    private string NewId(DateOnly day)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{Kind.ToString().ToLowerInvariant()}-{day:yyyyMMdd}");
        if ((HeldBy ?? Own) is { } holder)
        {
            // Its own unit's id first: it then meets no id that a unit cannot see. One that leaves no room for decisions is shorter.
            var whole = $"{holder}-{id}";
            id = DecisionRules.LeavesRoom($"{whole}-9") ? whole : string.Create(CultureInfo.InvariantCulture, $"{holder}-{day:MMdd}");
        }

        return Enumerable.Range(1, Known.Count + 1).Select(n => n == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{n}")).First(free => Known.All(m => m.Id != free));
    }
}
