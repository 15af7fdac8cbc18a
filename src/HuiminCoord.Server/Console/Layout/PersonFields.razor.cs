using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Name, post, telephone and mail of somebody who is named for a seat.</summary>
public sealed partial class PersonFields : PagePart
{
    /// <summary>Name in the form, such as <c>Form.Liaison</c>.</summary>
    [Parameter]
    [EditorRequired]
    public required string Name { get; set; }

    /// <summary>The seat.</summary>
    [Parameter]
    [EditorRequired]
    public required string Legend { get; set; }

    /// <summary>Who holds it, or who was named before.</summary>
    [Parameter]
    public string? Note { get; set; }

    /// <summary>What was typed.</summary>
    [Parameter]
    [EditorRequired]
    public required NamedForm Person { get; set; }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    [Parameter]
    public Refusal? Wrong { get; set; }

    /// <summary>True where somebody must be named.</summary>
    [Parameter]
    public bool Required { get; set; }

    private string? ErrorAt(string field) =>
        Wrong is { } refusal && (refusal.Code == "naming.mail-malformed" ? "Email" : "Name") == field ? RefusalWords.Say(refusal, Words.Language).Detail : null;

    /// <summary>What is wrong with a person's particulars; nobody is nothing wrong.</summary>
    internal static Refusal? Check(NamedPerson? person) => person is null ? null : NamingRules.RefusePerson(person);
}
