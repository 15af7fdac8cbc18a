namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>A person with a spreadsheet beside the browser.</summary>
internal sealed partial class PersonAtScreen
{
    private const string Workbooks = "**/workbook*";

    /// <summary>Pastes what was copied from a spreadsheet.</summary>
    public Task Paste(string selector, string text) => _page.Locator(selector).EvaluateAsync(
        """
        (cell, text) => {
          cell.focus();
          const held = new DataTransfer();
          held.setData('text/plain', text);
          cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }));
        }
        """,
        text);

    /// <summary>The id of whatever has the focus.</summary>
    public Task<string> FocusedId() => _page.EvaluateAsync<string>("() => document.activeElement.id");

    /// <summary>Has a line that breaks under every workbook, until <see cref="HasWorkbooks"/>.</summary>
    public Task LosesWorkbooks() => _page.RouteAsync(Workbooks, route => route.Request.Method == "POST" ? route.AbortAsync("connectionreset") : route.ContinueAsync());

    /// <summary>Has a line again.</summary>
    public Task HasWorkbooks() => _page.UnrouteAsync(Workbooks);
}
