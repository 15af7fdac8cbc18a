using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Domain.Units;
using HuiminCoord.Server.Api.Doors;
using HuiminCoord.Server.Api.Units;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.People;

/// <summary>A unit's people: who holds its seats, who stands in, and what the reader may change about it. What the unit says takes effect at once.</summary>
public sealed partial class UnitPeople : LivePage
{
    internal const string Name = "name";
    internal const string End = "end";
    internal const string Away = "away";

    private (string? Seat, string? Act)? _draftOf;

    /// <summary>The unit; one that the reader does not reach is as unknown as one that nobody has.</summary>
    [Parameter]
    [EditorRequired]
    public required string Unit { get; set; }

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "seat")]
    private string? Seat { get; set; }

    [SupplyParameterFromQuery(Name = "act")]
    private string? What { get; set; }

    private Plan? Plan { get; set; }

    private DateOnly Today { get; set; }

    private WorkingCalendar? Calendar { get; set; }

    private IReadOnlyList<SeatLine> Lines { get; set; } = [];

    /// <summary>Who receives what is meant for the liaison; null = nobody.</summary>
    private SeatKind? Reached { get; set; }

    private SeatDraft Draft { get; set; } = new();

    private string UnitName => Plan?.Units.FirstOrDefault(u => u.Id.Value == Unit)?.Name ?? Unit;

    /// <summary>The seat that an open form is about; null = none is open.</summary>
    private SeatLine? Chosen => What is Name or End or Away ? Lines.FirstOrDefault(l => l.Name == Seat && May(What, l)) : null;

    /// <summary>The reader's own inbox, where this is the reader's own unit.</summary>
    private string? OwnInbox => Visitor.Asker.Standing.ToUnit(Unit) == Reach.Own ? Visitor.Asker.Standing.Seat.Inbox : null;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        await base.OnParametersSetAsync();
        if (_draftOf != (Seat, What))
        {
            _draftOf = (Seat, What);
            Draft = SeatDraft.For(What, Chosen, Today);
            Forgive();
        }
    }

    /// <inheritdoc/>
    private protected override async Task Load()
    {
        Desk.RequireUnit("listSeats", Unit);
        await using var scene = await Desk.Read("listSeats");
        ActorDoor.RequireUnit(scene.Campaign, Unit);
        (Plan, Today, Calendar) = (scene.Campaign.Plan, scene.Campaign.Today, scene.Campaign.Calendar);
        var terms = await SeatTerms.Of(scene, Unit, Visitor.Gone);
        (Lines, Reached) = (SeatLine.Of(terms), SeatLine.Reached(terms, Today));
    }

    /// <summary>备用联络人 李四; the seat alone where nobody was named.</summary>
    private string Who(SeatKind seat) => Lines.First(l => l.Seat == seat) is var line && line.Now is { } now ? $"{Role(line)} {now.Holder}" : Role(line);

    private string Role(SeatLine line) => Words.Role(SeatAddress.Of(new UnitId(Unit), line.Seat).Role);

    private bool May(string act, SeatLine line) => (act == Name || line.Now is not null) && Visitor.ReachOf(Row(act, line)).HasFlag(Visitor.Asker.Standing.ToUnit(Unit));

    private string Row(string act, SeatLine line) => Visitor.RowOf(act switch { Name => "nameSeat", End => "endSeat", _ => "markAbsent" }, line.Name);

    private string At(string? seat, string? act) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["seat"] = seat, ["act"] = act, ["member"] = null });

    private void Close() => Navigation.NavigateTo(At(null, null));

    private Task Submit(SeatLine line) => What switch
    {
        Name => Give(line),
        End => Take(line),
        _ => Leave(line),
    };

    private async Task Give(SeatLine line)
    {
        if (await Act(async () =>
        {
            var person = Draft.Person();
            await Send(Name, line, new UnitCommand.NameSeat(line.Seat, person.Name, person.Title, person.Phone, Draft.From, Draft.Until));
            // No way back is offered: the relay has taken the former holder's access away by then.
            Toasts.Did(Words["people.named", Role(line), person.Name]);
        }))
        {
            Close();
        }
    }

    private async Task Take(SeatLine line)
    {
        if (await Act(async () =>
        {
            var last = TypedDay.Need(Draft.Until);
            await Send(End, line, new UnitCommand.EndSeat(line.Seat, last));
            Toasts.Did(Words["people.ended", Role(line), line.Now!.Holder, DateTexts.Short(last)], () => Undo(Name, line, Restored(line)));
        }))
        {
            Close();
        }
    }

    private async Task Leave(SeatLine line)
    {
        if (await Act(async () =>
        {
            var (from, until) = (TypedDay.Need(Draft.From), TypedDay.Need(Draft.Until));
            await Send(Away, line, new UnitCommand.MarkAbsent(line.Seat, from, until));
            Toasts.Did(Words["people.away.done", line.Now!.Holder, DateTexts.Short(from), DateTexts.Short(until)], UndoAbsence(line));
        }))
        {
            Close();
        }
    }

    /// <summary>Back before the last announced day.</summary>
    private async Task Return(SeatLine line) => await Act(async () =>
    {
        await Send(Away, line, new UnitCommand.MarkAbsent(line.Seat, line.Now!.AbsentFrom!.Value, Today.AddDays(-1)));
        Toasts.Did(Words["people.back.done", line.Now.Holder], UndoAbsence(line));
    });

    /// <summary>An absence is taken back by saying again what was said before; there is no way to say nothing.</summary>
    private Func<Task>? UndoAbsence(SeatLine line) =>
        line.AbsenceOn(Today) is var (from, until) ? () => Undo(Away, line, new UnitCommand.MarkAbsent(line.Seat, from, until)) : null;

    private static UnitCommand.NameSeat Restored(SeatLine line) =>
        new(line.Seat, line.Now!.Holder, line.Now.Title ?? "", line.Now.Phone ?? "", line.Now.From, line.Now.Until);

    private async Task Undo(string act, SeatLine line, UnitCommand command) => await Act(() => Send(act, line, command));

    private Task<CommandAnswer> Send(string act, SeatLine line, UnitCommand command) => Desk.ToUnit(Row(act, line), Unit, command);
}
