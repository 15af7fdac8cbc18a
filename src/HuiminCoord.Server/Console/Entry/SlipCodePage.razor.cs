using HuiminCoord.Server.Console.Layout;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Console.Entry;

/// <summary>For whoever has a slip and no camera: the link, or its last part, typed in.</summary>
public sealed partial class SlipCodePage : FormPage
{
    [SupplyParameterFromForm(FormName = "slip-code")]
    private SlipForm? Form { get; set; }

    private string? Error { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Form ??= new SlipForm();

    private void Submit()
    {
        var code = (Form!.Code ?? "").Trim().TrimEnd('/').Split('/')[^1];
        if (code.Length == 0 || !code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            Error = Words["slipCode.unreadable"];
            return;
        }

        Go($"/activate/{code}");
    }

    /// <summary>What is typed.</summary>
    private sealed class SlipForm
    {
        public string? Code { get; set; }
    }
}
