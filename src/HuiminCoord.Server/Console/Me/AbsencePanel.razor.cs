using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Me;

/// <summary>When the reader's own seat of the campaign is away, and who does its work meanwhile. Units announce absences on their own page.</summary>
public sealed partial class AbsencePanel : ActingPart
{
    /// <summary>First day of what is announced; null = nothing is.</summary>
    [Parameter]
    public DateOnly? From { get; set; }

    /// <summary>Last day of it.</summary>
    [Parameter]
    public DateOnly? Until { get; set; }

    /// <summary>It was changed: whoever shows it reads anew.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    private Appointing Appointing { get; set; } = null!;

    [Inject]
    private Toasts Toasts { get; set; } = null!;

    private DateOnly? First { get; set; }

    private DateOnly? Last { get; set; }

    private string StandIn => Standing.Covering(Visitor.Asker.Standing.Seat) is [var seat, ..] ? Words["me.absence.standIn", Words.Role(seat.Role)] : Words["me.absence.nobody"];

    private async Task Leave()
    {
        var before = (From, Until);
        await Act(async () =>
        {
            var (first, last) = (TypedDay.Need(First), TypedDay.Need(Last));
            await Announce("markOwnAbsence", first, last);
            Toasts.Did(Words["me.absence.done", DateTexts.Short(first), DateTexts.Short(last)], () => Restore(before));
            (First, Last) = (null, null);
        });
        await Changed.InvokeAsync();
    }

    private async Task ComeBack()
    {
        var before = (From, Until);
        await Act(async () =>
        {
            await Announce("endOwnAbsence", null, null);
            Toasts.Did(Words["me.absence.ended"], () => Restore(before));
        });
        await Changed.InvokeAsync();
    }

    private async Task Restore((DateOnly? From, DateOnly? Until) before)
    {
        await Act(() => Announce(before.From is null ? "endOwnAbsence" : "markOwnAbsence", before.From, before.Until));
        await Changed.InvokeAsync();
    }

    private Task Announce(string operation, DateOnly? from, DateOnly? until)
    {
        Visitor.Require(operation);
        return Visitor.Asker.Campaign.Length == 0 ? throw new RefusedException(new Refusal("access.denied")) : Appointing.MarkAbsent(Visitor.Asker, from, until, Visitor.Gone);
    }
}
