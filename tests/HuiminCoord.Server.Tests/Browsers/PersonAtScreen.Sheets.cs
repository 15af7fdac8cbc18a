namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>A person with a spreadsheet beside the browser.</summary>
internal sealed partial class PersonAtScreen
{
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
}
