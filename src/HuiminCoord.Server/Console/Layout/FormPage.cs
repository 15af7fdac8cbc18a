using HuiminCoord.Domain.Deciding;
using HuiminCoord.Server.Api.Refusals;
using HuiminCoord.Server.Console.Words;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>A page with a form: what was typed stays, a refusal is said at its field or above the form.</summary>
public abstract class FormPage : PagePart
{
    [Inject]
    private protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>Why the form was not accepted; null while nothing is wrong.</summary>
    private protected Refusal? Refused { get; private set; }

    /// <summary>A refusal that belongs to no field.</summary>
    private protected Refusal? RefusedAbove => Refused is { } refusal && FieldOf(refusal) is null ? refusal : null;

    /// <summary>What is wrong with a field; null when nothing is.</summary>
    private protected string? ErrorAt(string field) =>
        Refused is { } refusal && FieldOf(refusal) == field ? RefusalWords.Say(refusal, Words.Language).Detail : null;

    /// <summary>The field that a refusal is about; null for those that are about the whole form.</summary>
    private protected virtual string? FieldOf(Refusal refusal) => null;

    /// <summary>Does what the form asks for if the seat may, by the operation's row in the matrix.</summary>
    private protected Task Try(string operation, Func<Task> work) => Try(() =>
    {
        Visitor.Require(operation);
        return work();
    });

    /// <summary>Does what the form asks for; a refusal is kept to be said.</summary>
    private protected async Task Try(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (RefusedException refused)
        {
            Refused = refused.Refusal;
            var status = RefusalCodes.Status.GetValueOrDefault(refused.Refusal.Code, StatusCodes.Status409Conflict);
            // The address is there, what was typed leads nowhere: 404 would make the framework look for another page.
            Visitor.Http.Response.StatusCode = status == StatusCodes.Status404NotFound ? StatusCodes.Status422UnprocessableEntity : status;
        }
    }

    /// <summary>A query of what is set.</summary>
    private protected static string Query(params (string Name, string? Value)[] parts) =>
        QueryString.Create(parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value))).Value ?? "";

    /// <summary>Leads to another page. Nothing after it is carried out.</summary>
    private protected void Go(string path) => Navigation.NavigateTo(path);
}
