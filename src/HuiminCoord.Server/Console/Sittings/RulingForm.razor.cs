using HuiminCoord.Domain.Meetings;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Meetings;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>Records what the meeting rules of its members; it takes effect with the minutes.</summary>
public sealed partial class RulingForm : DatedForm
{
    private const string Agreed = "agreed";
    private const string NotAgreed = "refused";
    private const string Open = "open";

    /// <summary>The session.</summary>
    [Parameter]
    [EditorRequired]
    public required SittingSheet Sitting { get; set; }

    /// <summary>The item.</summary>
    [Parameter]
    [EditorRequired]
    public required AgendaLine Subject { get; set; }

    private string? Word { get; set; }

    private DateOnly? First { get; set; }

    private DateOnly? Last { get; set; }

    private bool Shows { get; set; }

    private bool IsOfSeat => Subject.IsOfSeat;

    private RulingLine? Known => Sitting.Rulings.GetValueOrDefault(Subject.Id);

    private IEnumerable<(string Value, string Text)> Answers =>
        ((string[])[Agreed, NotAgreed, .. Known is null ? [] : (string[])[Open]]).Select(word => (word, Words[$"session.ruling.{word}"]));

    /// <summary>What was entered stands there to begin with.</summary>
    protected override void OnInitialized()
    {
        if (Known is { } known)
        {
            (Word, First, Last) = (known.Agreed ? Agreed : NotAgreed, known.From, known.Until);
        }
    }

    private async Task Send()
    {
        Shows = true;
        if (Word is null or "")
        {
            return;
        }

        var dated = IsOfSeat && Word == Agreed;
        var ruling = new MeetingCommand.RuleOnMember(Visitor.Asker.Login, Subject.Id, Word == Open ? null : Word == Agreed, dated ? First : null, dated ? Last : null);
        await Carry(() => Desk.ToMeeting("ruleOnMember", Sitting.Meeting.Id, ruling), Words["session.ruling.did"]);
    }
}
