using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Sittings;

/// <summary>What the meeting ruled, from when, and whether it holds.</summary>
public sealed partial class RulingNote : PagePart
{
    /// <summary>The ruling.</summary>
    [Parameter]
    [EditorRequired]
    public required RulingLine Of { get; set; }

    private string? Term => Of is { From: { } from, Until: { } until } ? Words["session.ruling.term", DateTexts.Short(from), DateTexts.Short(until)]
        : Of.From is { } first ? Words["session.ruling.since", DateTexts.Short(first)]
        : Of.Until is { } last ? Words["session.ruling.to", DateTexts.Short(last)] : null;

    private string Effect => Words[Of.Refused is not null ? "session.ruling.failed" : Of.Carried ? "session.ruling.carried" : "session.ruling.waits"];
}
