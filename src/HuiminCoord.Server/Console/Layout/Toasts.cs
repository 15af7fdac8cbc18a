using HuiminCoord.Server.Console.Words;
using MudBlazor;

namespace HuiminCoord.Server.Console.Layout;

/// <summary>Says what one's own act has done, for eight seconds, with the way to undo it. What others do goes to the inbox.</summary>
internal sealed class Toasts(ISnackbar bar, Visitor visitor)
{
    /// <summary>Says it.</summary>
    /// <param name="text">What was done, in the reader's language.</param>
    /// <param name="undo">Takes it back; null where that cannot be.</param>
    internal void Did(string text, Func<Task>? undo = null) => bar.Add(text, Severity.Normal, options =>
    {
        options.HideIcon = true;
        if (undo is not null)
        {
            options.Action = visitor.Words["page.undo"];
            options.OnClick = _ => undo();
        }
    });
}
