using HuiminCoord.Domain.Plans;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Administration;

/// <summary>Who sits where, one a row.</summary>
public sealed partial class SeatTable : PagePart
{
    /// <summary>Whose seats they are.</summary>
    [Parameter]
    [EditorRequired]
    public required string Heading { get; set; }

    /// <summary>The rows.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<AppointmentEntry> Entries { get; set; }

    /// <summary>The seats' plan; null for administrators.</summary>
    [Parameter]
    public Plan? Plan { get; set; }

    /// <summary>True where the reader may take seats away.</summary>
    [Parameter]
    public bool Acts { get; set; }

    private string Term(AppointmentEntry entry) =>
        entry is { From: null, Until: null } ? Words["adminSeats.term.open"] : $"{DateTexts.Short(entry.From)} – {DateTexts.Short(entry.Until)}";

    /// <summary>The account that gave it. The first administrator has the seat from the server itself.</summary>
    private string By(AppointmentEntry entry) => Signature.Of(entry.GivenBy).Login ?? Words["adminSeats.byServer"];
}
