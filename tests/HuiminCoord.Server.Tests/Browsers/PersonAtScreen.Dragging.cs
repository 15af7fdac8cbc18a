using Microsoft.Playwright;

namespace HuiminCoord.Server.Tests.Browsers;

/// <content>Takes things by mouse or finger and lets go of them elsewhere.</content>
internal sealed partial class PersonAtScreen
{
    /// <summary>Holds one thing with the mouse and lets go of it just above another.</summary>
    /// <param name="grip">What is held.</param>
    /// <param name="above">What it is let go of above.</param>
    /// <param name="key">Pressed while it is held; null = none.</param>
    /// <param name="held">Done while it is held; null = nothing.</param>
    public async Task Drag(string grip, string above, string? key = null, Func<Task>? held = null)
    {
        var (from, to) = await Way(grip, above);
        await _page.Mouse.MoveAsync(from.X, from.Y);
        await _page.Mouse.DownAsync();
        await _page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 5 });
        await (held?.Invoke() ?? Task.CompletedTask);
        await (key is null ? Task.CompletedTask : _page.Keyboard.PressAsync(key));
        await _page.Mouse.UpAsync();
    }

    /// <summary>The same with a finger, on a phone.</summary>
    public async Task DragByFinger(string grip, string above)
    {
        await _page.SetViewportSizeAsync(390, 844);
        var (from, to) = await Way(grip, above);
        var touch = await _page.Context.NewCDPSessionAsync(_page);
        await Touch(touch, "touchStart", from);
        await Touch(touch, "touchMove", (to.X, (from.Y + to.Y) / 2));
        await Touch(touch, "touchMove", to);
        await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
        await _page.SetViewportSizeAsync(1366, 768);
    }

    private static Task<System.Text.Json.JsonElement?> Touch(ICDPSession touch, string type, (float X, float Y) at) =>
        touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = type, ["touchPoints"] = new object[] { new { x = at.X, y = at.Y } } });

    private async Task<((float X, float Y) From, (float X, float Y) To)> Way(string grip, string above)
    {
        await _page.Locator(above).ScrollIntoViewIfNeededAsync();
        await _page.Locator(grip).ScrollIntoViewIfNeededAsync();
        var (from, to) = ((await _page.Locator(grip).BoundingBoxAsync())!, (await _page.Locator(above).BoundingBoxAsync())!);
        var x = from.X + (from.Width / 2);
        return ((x, from.Y + (from.Height / 2)), (x, to.Y + 4));
    }
}
