using MudBlazor;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Asks before outward or irreversible acts (报送, 催报, 印发, 锁定); everything else offers to be undone instead.</summary>
internal sealed class Dialogs(IDialogService dialogs)
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true, BackdropClick = false, NoHeader = false };

    /// <summary>Asks; null when it was cancelled.</summary>
    internal async Task<Confirmed?> Ask(OutwardQuestion question)
    {
        var parameters = new DialogParameters<OutwardDialog>
        {
            { d => d.Title, question.Title },
            { d => d.Sentence, question.Sentence },
            { d => d.Recipients, question.Recipients },
            { d => d.Warning, question.Warning },
            { d => d.Reason, question.Reason },
            { d => d.ReasonHelp, question.ReasonHelp },
            { d => d.ReasonNeeded, question.ReasonNeeded },
            { d => d.Button, question.Button },
        };
        var shown = await dialogs.ShowAsync<OutwardDialog>(question.Title, parameters, Options);
        return (await shown.Result)?.Data as Confirmed;
    }
}

/// <summary>What is asked before an outward act.</summary>
/// <param name="Title">What is done, with its number.</param>
/// <param name="Sentence">What it means.</param>
/// <param name="Button">What stands on the button, by the number of those who are not left out.</param>
internal sealed record OutwardQuestion(string Title, string Sentence, Func<int, string> Button)
{
    /// <summary>Whom it reaches; empty when it reaches nobody by name.</summary>
    internal IReadOnlyList<Recipient> Recipients { get; init; } = [];

    /// <summary>What should be known before.</summary>
    internal string? Warning { get; init; }

    /// <summary>Label of a field for a reason; null = none is asked.</summary>
    internal string? Reason { get; init; }

    /// <summary>Its help line.</summary>
    internal string? ReasonHelp { get; init; }

    /// <summary>True when it cannot be done without a reason.</summary>
    internal bool ReasonNeeded { get; init; }
}
