using HuiminCoord.Domain.Access;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Obligations;

namespace HuiminCoord.Server.Console.Board;

/// <summary>What the drawer says of a unit and one of its duties.</summary>
/// <param name="At">What it is about.</param>
/// <param name="State">How it stands.</param>
/// <param name="Near">Countdown, or what has come of it.</param>
/// <param name="Lines">Each part, when there are several, and dates of its own.</param>
/// <param name="Due">Reporting date in force.</param>
/// <param name="Asked">The request for a later date that nobody has decided.</param>
/// <param name="Waivable">Parts that are not accepted, waived or ended.</param>
/// <param name="CanMove">True when its date can be moved.</param>
/// <param name="Contacts">Who can be reached.</param>
/// <param name="Last">The last message to the unit; null where there is none or the seat may not see it.</param>
/// <param name="History">办理记录.</param>
/// <param name="Earlier">往期.</param>
/// <param name="Urge">What has to be known before it is urged; null = it cannot be.</param>
/// <param name="Reminders">What it was reminded of today.</param>
public sealed record UnitDossier(
    DutyAt At, Status State, string Near, IReadOnlyList<string> Lines, DateOnly? Due, AskedDate? Asked, IReadOnlyList<string> Waivable, bool CanMove,
    IReadOnlyList<Contact> Contacts, LastMessage? Last, IReadOnlyList<HistoryLine> History, IReadOnlyList<string> Earlier, UrgeFacts? Urge,
    IReadOnlyList<TodayReminder> Reminders);

/// <summary>A request for a later date.</summary>
public sealed record AskedDate(DateOnly Until, string? Why);

/// <summary>Who sits in a seat of the unit.</summary>
/// <param name="Holder">Null while the seat is vacant.</param>
/// <param name="Phone">Shown only to those who ask for it.</param>
/// <param name="Away">Last day of an absence.</param>
public sealed record Contact(SeatRole Role, string? Holder, string? Phone, DateOnly? Away)
{
    /// <summary>138****2046; 0471-****518.</summary>
    internal string Masked
    {
        get
        {
            var phone = Phone!;
            var head = phone.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? dash + 1 : Math.Min(3, phone.Length / 3);
            var tail = Math.Min(head > 3 ? 3 : 4, (phone.Length - head) / 2);
            return $"{phone[..head]}****{phone[(phone.Length - tail)..]}";
        }
    }
}

/// <summary>The last message to a unit, which may have gone to several of its seats.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Kind"><c>digest</c>, <c>urge</c>, <c>receipt</c> …</param>
/// <param name="At">Campaign time.</param>
/// <param name="Reached">Whom it reached, and how.</param>
public sealed record LastMessage(string Title, string Kind, DateTimeOffset At, IReadOnlyList<Reached> Reached);

/// <summary>One recipient.</summary>
/// <param name="Role">联络人.</param>
/// <param name="ReadAt">Campaign time; null while it is unread.</param>
/// <param name="Channels">Ways outside: kind and state, as the API names them.</param>
public sealed record Reached(string Role, DateTimeOffset? ReadAt, IReadOnlyList<(string Channel, string State)> Channels);
